/** Reads Canadian postal addresses out of a few lines: street, unit, city, province, postal code. */
import { fold } from './clean-text.ts';
import { countryCode, PROVINCE_PATTERN, provinceCode } from './provinces.ts';
import { isStreet, UNIT } from './streets.ts';

export interface PostalAddress {
  address_1?: string;
  address_2?: string;
  city?: string;
  province?: string;
  postal_code?: string;
  country?: string;
}

export interface AddressFinding {
  address: PostalAddress;
  /** Lines (by index) that the address took up, with what is left of them. */
  used: Map<number, string>;
}

const POSTAL_CODE =
  /(?<![\p{L}\p{N}])([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])[ \u00A0–-]{0,2}(\d[ABCEGHJ-NPRSTV-Z]\d)(?![\p{L}\p{N}])/iu;
const PROVINCE_END = new RegExp(
  String.raw`(?:^|[\s,(|·•–—-])\(?(${PROVINCE_PATTERN})\)?[\s,.)|·•–—-]*$`,
  'u',
);
const PLACE = new RegExp(
  String.raw`^(?:(?:location|lieu|based in|ville)\s?:?\s)?([\p{Lu}][\p{L}\p{M}.'’ -]{1,40}?)(?:,\s?|\s\()(${PROVINCE_PATTERN})\)?(?:,?\s(?:Canada|CANADA))?$`,
  'u',
);
const ZIP_CODE =
  /,?\s(A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),?\s(\d{5}(?:-\d{4})?)(?:,?\s(?:USA|U\.S\.A?\.?|United States))?\s*$/;
const COUNTRY_END = /[\s,–-]*\(?\b(?:Canada|CANADA)\b\)?[\s.,]*$/;
const LABEL =
  /^(?:(?:mailing |postal |street |civic |our |office )?address|adresse(?: postale| civique| municipale)?|a|mail|by mail|par la poste|location|bureau|office|visit us|lieu|où nous trouver|civic|siège social|head office)\s{0,2}[:：]\s*/i;

/** "Constituency office: 12 Main Street": any short label before a number. */
const ANY_LABEL = /^[\p{L}][\p{L} '’.-]{1,30}:\s*(?=[#\d])/u;
const trimmed = (text: string): string => text.replace(/^[\s,;|·•–—-]+|[\s,;|·•–—(-]+$/g, '');

/** Street pieces before the city, taken from the end of one line: "55 Metcalfe Street, Suite 3, Ottawa" → its parts. */
function splitStreetAndCity(text: string): { street: string; city: string } {
  const parts = text.split(/\s*[,|·•]\s*|\s{2,}|\s[–—]\s(?=\p{Lu}[\p{L}'’. -]+$)/u).filter(Boolean);
  const city = parts.at(-1) ?? '';
  const street = text.slice(0, text.length - city.length);
  return { street: trimmed(street), city: trimmed(city) };
}

/** A street without a comma before the city: "120 Main St Springfield". */
function splitByStreetType(text: string): { street: string; city: string } | null {
  const match =
    /^(\d[^,]*?\b(?:street|st\.?|avenue|ave\.?|road|rd\.?|drive|dr\.?|boulevard|blvd\.?|crescent|cres\.?|lane|way|court|place)(?:\s(?:n|s|e|w|north|south|east|west|[ns][ew])\.?)?)\s+(\p{Lu}[\p{L}.'’ -]+)$/iu.exec(
      text,
    );
  return match ? { street: match[1] ?? '', city: match[2] ?? '' } : null;
}

function streetAndUnit(pieces: readonly string[]): Pick<PostalAddress, 'address_1' | 'address_2'> {
  const [first, second] = pieces;
  if (!first) return {};
  if (!second) return { address_1: first };
  if (UNIT.test(first) && !/\d+[^\d]+\d+\s/.test(first) && isStreet(second))
    return { address_1: second, address_2: first };
  return { address_1: first, address_2: second };
}

/** Street lines directly above `index`, nearest last. */
function streetAbove(lines: readonly string[], index: number, used: Map<number, string>): string[] {
  const pieces: string[] = [];
  for (let above = index - 1; above >= Math.max(0, index - 3); above -= 1) {
    const line = trimmed((lines[above] ?? '').replace(LABEL, '').replace(ANY_LABEL, ''));
    if (!line || !(isStreet(line) || (UNIT.test(line) && line.length < 40))) break;
    pieces.unshift(line);
    used.set(above, '');
    if (isStreet(line) && pieces.length > 1) break;
  }
  return pieces;
}

function cityOf(text: string): string | undefined {
  const city = trimmed(text.replace(LABEL, '').replace(ANY_LABEL, ''));
  return /^\p{L}[\p{L}\p{M}.'’ ()-]{1,40}$/u.test(city) && !isStreet(city) ? city : undefined;
}

/** Everything that stands before "City, PR" on its line and above it. */
function fromPlace(
  lines: readonly string[],
  index: number,
  before: string,
  used: Map<number, string>,
): PostalAddress {
  const province = PROVINCE_END.exec(before.slice(-60));
  const rest = trimmed(province ? before.slice(0, before.length - province[0].length) : before);
  let text = trimmed(rest.replace(LABEL, '').replace(ANY_LABEL, ''));
  if (!text && index > 0 && !province) return {};
  const { street, city } = splitByStreetType(text) ?? splitStreetAndCity(text);
  const code = province ? provinceCode(province[1] ?? '') : undefined;
  let pieces = street ? [street] : streetAbove(lines, index, used);
  text = city;
  // Words before the street on the same line ("Town Hall, 12 Main Street") are a building or an organisation.
  const parts = street.split(/(?<!(?:^|[,|·•]\s?)\d{1,6}(?:-?[A-Za-z]|[–—-]\d{1,6})?)\s*[,|·•]\s*/);
  const start = parts.findIndex((part) => isStreet(part) || UNIT.test(part));
  if (start > 0) pieces = [parts.slice(start).join(', ')];
  if (street && !isStreet(street)) pieces = [];
  return { ...streetAndUnit(pieces), city: cityOf(text), province: code };
}

function atPostalCode(lines: readonly string[], index: number, match: RegExpExecArray): AddressFinding {
  const line = lines[index] ?? '';
  const used = new Map<number, string>();
  const before = line.slice(0, match.index);
  const postal_code = `${match[1]} ${match[2]}`.toUpperCase();
  used.set(index, trimmed(line.slice(match.index + match[0].length).replace(COUNTRY_END, '')));
  const alone = trimmed(before.replace(LABEL, '').replace(ANY_LABEL, '')) === '' && index > 0;
  if (alone) used.set(index - 1, '');
  const above = (lines[index - 1] ?? '').replace(COUNTRY_END, '');
  const place = alone
    ? fromPlace(lines, index - 1, above, used)
    : fromPlace(lines, index, before.replace(COUNTRY_END, ''), used);
  return { address: { ...place, postal_code, country: 'CA' }, used };
}

/** "Kitchener, Ontario, Canada" as a line or a part of one: a place without street. */
function atPlace(lines: readonly string[]): AddressFinding | null {
  for (const [index, line] of lines.entries()) {
    for (const part of line.length > 200 ? [] : line.split(/\s[|·•]\s|\t|\s{2,}/)) {
      const { street, city } = splitPlace(part);
      const match = PLACE.exec(city);
      const code = match ? provinceCode(match[2] ?? '') : undefined;
      if (!match || !code) continue;
      const used = new Map([[index, trimmed(line.replace(part, ''))]]);
      const pieces = street ? [street] : streetAbove(lines, index, used);
      return {
        address: { ...streetAndUnit(pieces), city: trimmed(match[1] ?? ''), province: code, country: 'CA' },
        used,
      };
    }
  }
  return null;
}

function splitPlace(part: string): { street: string; city: string } {
  const text = trimmed(part.replace(LABEL, '').replace(ANY_LABEL, ''));
  const parts = text.split(/,\s*/);
  const start = parts.findLastIndex((piece) => isStreet(piece) || UNIT.test(piece));
  return { street: parts.slice(0, start + 1).join(', '), city: parts.slice(start + 1).join(', ') };
}

/** A street line alone still says where to write. */
function atStreet(lines: readonly string[]): AddressFinding | null {
  const index = lines.findIndex(
    (line) =>
      line.length < 80 &&
      /^\d/.test(line.replace(LABEL, '').replace(ANY_LABEL, '')) &&
      isStreet(line.replace(LABEL, '').replace(ANY_LABEL, '')),
  );
  if (index < 0) return null;
  return {
    address: { address_1: trimmed((lines[index] ?? '').replace(LABEL, '').replace(ANY_LABEL, '')) },
    used: new Map([[index, '']]),
  };
}

/** "New York, NY 10118": a place in the United States. */
function atZipCode(lines: readonly string[]): AddressFinding | null {
  const index = lines.findIndex((line) => line.length < 200 && ZIP_CODE.test(line));
  const match = ZIP_CODE.exec(lines[index] ?? '');
  if (!match) return null;
  const used = new Map([[index, '']]);
  const place = fromPlace(lines, index, (lines[index] ?? '').slice(0, match.index), used);
  return { address: { ...place, province: match[1], postal_code: match[2], country: 'US' }, used };
}

/** The first address in the lines of one contact; null when there is none. */
export function findAddress(lines: readonly string[]): AddressFinding | null {
  for (const [index, line] of lines.entries()) {
    const match = line.length > 400 ? null : POSTAL_CODE.exec(line);
    if (match) return atPostalCode(lines, index, match);
  }
  return atZipCode(lines) ?? atPlace(lines) ?? atStreet(lines);
}

/** Written parts (vCard, h-card, schema.org) in their usual form. */
export function normaliseAddress(parts: PostalAddress): PostalAddress {
  const postal = POSTAL_CODE.exec(parts.postal_code ?? '');
  const province = provinceCode(parts.province ?? '');
  const country = parts.country ? countryCode(parts.country) : undefined;
  return {
    ...parts,
    postal_code: postal ? `${postal[1]} ${postal[2]}`.toUpperCase() : parts.postal_code,
    province: province ?? parts.province,
    country:
      country ??
      (postal || province
        ? 'CA'
        : parts.country && fold(parts.country).length < 40
          ? parts.country
          : undefined),
  };
}
