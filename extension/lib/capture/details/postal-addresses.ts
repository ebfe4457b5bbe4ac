/** Reads Canadian postal addresses out of a few lines: street, unit, city, province, postal code. */
import { fold } from '../text/clean-text.ts';
import { atEuropeanCode, atZipCode } from './foreign-places.ts';
import {
  type AddressFinding,
  COUNTRY_END,
  fromPlace,
  isEmployer,
  type PostalAddress,
  streetAbove,
  streetAndUnit,
  trimmed,
  withoutLabel,
} from './place-lines.ts';
import { countryCode, PROVINCE_PATTERN, provinceCode } from './provinces.ts';
import { isStreet, UNIT } from './streets.ts';

export const POSTAL_CODE =
  /(?<![\p{L}\p{N}])([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])[ \u00A0–-]{0,2}(\d[ABCEGHJ-NPRSTV-Z]\d)(?![\p{L}\p{N}])/iu;

/** Whether a cell holds a postal code and nothing else. */
export const isPostalCode = (cell: string): boolean => /^[A-Z]\d[A-Z][ -]?\d[A-Z]\d$/i.test(cell.trim());

const PLACE = new RegExp(
  String.raw`^(?:(?:location|lieu|based in|ville)\s?:?\s)?([\p{Lu}][\p{L}\p{M}.'’ -]{1,40}?)(?:,\s?|\s\()(${PROVINCE_PATTERN})\)?(?:,?\s(?:Canada|CANADA))?$`,
  'u',
);

/** "Elm Heritage Trust, Nain, NL": the place behind whom somebody works for. */
const PLACE_BEHIND = new RegExp(
  String.raw`(?<=\p{L}\s\p{L}.*),\s([\p{Lu}][\p{L}\p{M}.'’ -]{1,40}?),\s(${PROVINCE_PATTERN})$`,
  'u',
);

/** A province or a country, or both: "Ontario Canada" */
const WIDER_PLACE = new RegExp(String.raw`^(${PROVINCE_PATTERN})?[\s,]*(?:Canada|CANADA)?$`, 'u');

/**
 * A place behind its code, below or behind a street: "12 Elm Street" over "K1S 4M4 Ottawa", or over the code and "Ottawa".
 * Null where it is none.
 */
function placeBehind(
  lines: readonly string[],
  index: number,
  [street, text]: readonly [before: string, behind: string],
): AddressFinding | null {
  const [below = '', last = ''] = lines.slice(index + 1);
  // "Elmdale, Québec" over "J7T 3A9 See the map"
  if (street === '' && PLACE.test(lines[index - 1] ?? '')) return null;
  const isBelow = text === '' && street === '' && /^\p{Lu}[\p{L}.'’-]+$/u.test(below);
  const place = isBelow ? below : text;
  if (place === '' || WIDER_PLACE.test(place)) return null;
  const at = isBelow ? index + 1 : index;
  const used = new Map([[index, '']]);
  const address = street
    ? fromPlace([street, place], 1, place, new Map())
    : fromPlace([...lines.slice(0, index), place], index, place, used);
  if (!address.city || !address.address_1) return null;
  used.set(at, '');
  const wider = WIDER_PLACE.exec(isBelow ? last : below);
  if (wider?.[0]) used.set(at + 1, '');
  return { address: { ...address, province: address.province ?? provinceCode(wider?.[1] ?? '') }, used };
}

function atPostalCode(lines: readonly string[], index: number, match: RegExpExecArray): AddressFinding {
  const line = lines[index] ?? '';
  const used = new Map<number, string>();
  // "by post (RR 3, Elmira, Ontario N3B 2Z3)"
  const bracket = line.lastIndexOf('(', match.index);
  const isInside = bracket > 0 && !/^[^)]{0,30}\)[\s,|·•–-]*$/.test(line.slice(bracket, match.index));
  const before = line.slice(isInside ? bracket + 1 : 0, match.index);
  const postal_code = `${match[1]} ${match[2]}`.toUpperCase();
  used.set(index, trimmed(line.slice(match.index + match[0].length).replace(COUNTRY_END, '')));
  const own = trimmed(withoutLabel(before.replace(COUNTRY_END, '')));
  const alone = own === '' && index > 0;
  const isStreetAlone = isStreet(own) && fromPlace([own], 0, own, new Map()).city === undefined;
  const behind = alone || isStreetAlone ? placeBehind(lines, index, [own, used.get(index) ?? '']) : null;
  if (behind) return { ...behind, address: { ...behind.address, postal_code, country: 'CA' } };
  if (alone) used.set(index - 1, '');
  const above = (lines[index - 1] ?? '').replace(COUNTRY_END, '');
  const place = alone
    ? fromPlace(lines, index - 1, above, used)
    : fromPlace(lines, index, before.replace(COUNTRY_END, ''), used);
  if (isInside) used.set(index, `${line.slice(0, bracket)} | ${used.get(index) ?? ''}`);
  return { address: { ...place, postal_code, country: 'CA' }, used };
}

/** "Alberta" in "Alberta, Manitoba"; a city may be called like its own province. */
const isOtherProvince = (place: string, code: string): boolean =>
  ![undefined, code].includes(provinceCode(place));

/** "Kitchener, Ontario, Canada" as a line or a part of one: a place without street. */
function atPlace(lines: readonly string[]): AddressFinding | null {
  for (const [index, line] of lines.entries()) {
    const parts = line.length > 200 ? [] : line.split(/\s[|·•]\s|\t|\s{2,}/);
    // "200 Queen St | Elm | ON"
    const isBarred =
      parts.length === 3 && isStreet(parts[0] ?? '') && provinceCode(parts[2] ?? '') !== undefined;
    for (const part of isBarred ? [line] : parts) {
      const { street, city: written } = splitPlace(isBarred ? parts.join(', ') : part);
      const city = withProvinceInPlace(written);
      const whole = PLACE.exec(street ? city.replace(/(?<!,)\s(?=[A-Z]{2}$)/, ', ') : city);
      const match = whole ?? (street ? null : PLACE_BEHIND.exec(city));
      const code = match ? provinceCode(match[2] ?? '') : undefined;
      if (!match || !code || match[1] === 'Canada' || isOtherProvince(match[1] ?? '', code)) continue;
      const words = whole ? '' : city.slice(0, match.index);
      const used = new Map([[index, trimmed(`${words} ${line.replace(part, '')}`)]]);
      const pieces = street ? [street] : streetAbove(lines, index, used);
      // "Région de Sherbrooke"
      const place = trimmed(
        (match[1] ?? '')
          .replace(/^(?:grande )?région (?:de |du |d['’])/iu, '')
          .replace(/\s(?:et (?:ses )?(?:périphérie|environs)|(?:metropolitan )?area)$/iu, ''),
      );
      const employs = isEmployer(place, pieces);
      if (employs) used.set(index, [place, used.get(index)].filter(Boolean).join(' | '));
      const where = { city: employs ? undefined : place, province: code, country: 'CA' };
      return { address: { ...streetAndUnit(pieces), ...where }, used };
    }
  }
  return null;
}

function splitPlace(part: string): { street: string; city: string } {
  const text = trimmed(withoutLabel(part));
  const parts = text.split(/,\s*/);
  const start = parts.findLastIndex((piece) => isStreet(piece) || UNIT.test(piece));
  return { street: parts.slice(0, start + 1).join(', '), city: parts.slice(start + 1).join(', ') };
}

/** "Kingston, ON, Canada, Ontario", as social networks write places */
const PROVINCE_LAST = new RegExp(String.raw`,\s(?:Canada|CANADA),\s(${PROVINCE_PATTERN})$`, 'u');

function withProvinceInPlace(city: string): string {
  const last = PROVINCE_LAST.exec(city);
  if (!last) return city;
  const before = city.slice(0, last.index);
  return PLACE.test(before) ? before : `${before}, ${last[1]}`;
}

/** A street line alone still says where to write. */
function atStreet(lines: readonly string[]): AddressFinding | null {
  const index = lines.findIndex(
    (line) =>
      line.length < 80 &&
      /^\d/.test(withoutLabel(line)) &&
      isStreet(withoutLabel(line)) &&
      // "2020 Convention" is an event.
      !/^(?:19|20)\d{2}\s\p{L}+$/u.test(line) &&
      // "Office: 2427 SSC" is a room.
      !/^\d+\s\p{Lu}+$/u.test(withoutLabel(line)),
  );
  if (index < 0) return null;
  return {
    address: { address_1: trimmed(withoutLabel(lines[index] ?? '')) },
    used: new Map([[index, '']]),
  };
}

/** The first address in the lines of one contact; null when there is none. */
export function findAddress(lines: readonly string[]): AddressFinding | null {
  for (const [index, line] of lines.entries()) {
    const match = line.length > 400 ? null : POSTAL_CODE.exec(line);
    if (match) return atPostalCode(lines, index, match);
  }
  return atZipCode(lines) ?? atEuropeanCode(lines) ?? atPlace(lines) ?? atStreet(lines);
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
