/** Reads the places abroad that Canadians write to most: the United States, France, Belgium, Switzerland. */
import { type AddressFinding, fromPlace, streetAbove, streetAndUnit, trimmed } from './place-lines.ts';
import { countryCode } from './provinces.ts';

const ZIP_CODE =
  /,?\s(A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),?\s(\d{5}(?:-\d{4})?)(?:,?\s(?:USA|U\.S\.A?\.?|United States))?\s*$/;
/** The postal code comes first, and needs the country: any five digits could be a code. */
const EUROPEAN =
  /(?:^|,\s|\s[–—|·-]\s)(?:[A-Z]{1,2}-)?(\d{4,5})\s(\p{Lu}[\p{L}'’ -]{1,40}?)(?:\s(?:cedex|CEDEX)(?:\s\d{1,2})?)?,?\s{1,2}\(?(France|FRANCE|Belgique|Belgium|BELGIQUE|Suisse|Switzerland|SUISSE)\)?\s*$/u;

/** "New York, NY 10118": a place in the United States. */
export function atZipCode(lines: readonly string[]): AddressFinding | null {
  const index = lines.findIndex((line) => line.length < 200 && ZIP_CODE.test(line));
  const match = ZIP_CODE.exec(lines[index] ?? '');
  if (!match) return null;
  const used = new Map([[index, '']]);
  const place = fromPlace(lines, index, (lines[index] ?? '').slice(0, match.index), used);
  return { address: { ...place, province: match[1], postal_code: match[2], country: 'US' }, used };
}

/** "29200 Brest, France", with the country on the same line or the next. */
export function atEuropeanCode(lines: readonly string[]): AddressFinding | null {
  for (const [index, line] of lines.entries()) {
    if (line.length > 200 || !/\d{4}/.test(line)) continue;
    const match = EUROPEAN.exec(line) ?? EUROPEAN.exec(`${line}, ${lines[index + 1] ?? ''}`);
    if (!match) continue;
    const used = new Map([[index, '']]);
    const street = trimmed(line.slice(0, match.index));
    const pieces = street ? [street] : streetAbove(lines, index, used);
    const country = countryCode(match[3] ?? '');
    return { address: { ...streetAndUnit(pieces), city: match[2], postal_code: match[1], country }, used };
  }
  return null;
}
