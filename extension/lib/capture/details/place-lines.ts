/** Reads the street, unit and city that stand before a province or a code, on its line and above it. */
import { PROVINCE_PATTERN, provinceCode } from './provinces.ts';
import { isStreet, isUnit, UNIT } from './streets.ts';

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
  /** The lines (by index) that the postal address uses, with the rest of their text. */
  used: Map<number, string>;
}

/** Also "N.-B. / NB" */
const PROVINCE_END = new RegExp(
  String.raw`(?:^|[\s,(|·•–—-])\(?(${PROVINCE_PATTERN})(?:\s?/\s?${PROVINCE_PATTERN})?\)?[\s,.)|·•–—-]*$`,
  'u',
);
export const COUNTRY_END = /[\s,–-]*\(?\b(?:Canada|CANADA)\b\)?[\s.,]*$/;
const LABEL =
  /^(?:(?:mailing |postal |street |civic |our |office )?address|adresse(?: postale| civique| municipale)?|a|mail|by mail|par la poste|location|bureau|office|visit us|lieu|où nous trouver|civic|siège social|head office)\s{0,2}[:：]\s*/i;

/** "Constituency office: 12 Main Street": any short label before a number. */
const ANY_LABEL =
  /^[\p{L}][\p{L} '’.-]{1,30}:\s*(?=[#\d]|(?:[Uu]nit|[Ss]uite|Box|P\.?\s?O\.?\s?Box|C\.?\s?P\.?|RR)\s?\d)/u;
/** The line without the label in front. */
export const withoutLabel = (text: string): string =>
  text
    .replace(LABEL, '')
    .replace(ANY_LABEL, '')
    .replace(/^(?:c\/o|a\/s)\s(?=\d)/i, '')
    .replace(/^A\s(?=\d)/, '');
export const trimmed = (text: string): string => text.replace(/^[\s,;|·•–—-]+|[\s,;|·•–—(-]+$/g, '');

const STREET_KIND = /^(?:av|avenue|boul|boulevard|ch|chemin|côte|montée|rang|route|rue)\.?\s/u;

/** Street pieces before the city, taken from the end of one line: "55 Metcalfe Street, Suite 3, Ottawa" → its parts. */
function splitStreetAndCity(text: string): { street: string; city: string } {
  const parts = text.split(/\s*[,|·•]\s*|\s{2,}|\s[–—]\s(?=\p{Lu}[\p{L}'’. -]+$)/u).filter(Boolean);
  const city = parts.at(-1) ?? '';
  // "1540, av. des Ormes": the comma stands inside the street.
  if (STREET_KIND.test(city)) return { street: trimmed(text), city: '' };
  const street = text.slice(0, text.length - city.length);
  return { street: trimmed(street), city: trimmed(city) };
}

/** "469, rue Cartier, bureau 103 Rimouski" */
const BEHIND_UNIT =
  /^(\d.*,?\s(?:bureau|bur\.|suite|ste\.?|unit|unité|local|app\.?|apt\.?)\s#?\d{1,5}[A-Za-z]?)\s(\p{Lu}[\p{L}.'’ -]+)$/iu;

/** A street without a comma before the city: "120 Main St Springfield". */
function splitByStreetType(text: string): { street: string; city: string } | null {
  const match =
    /^(\d[^,]*?\b(?:street|st\.?|avenue|ave\.?|road|rd\.?|drive|dr\.?|boulevard|blvd\.?|crescent|cres\.?|lane|line|way|court|place|trail|terrace|sideroad|highway|hwy\.?|circle|parkway)(?:\s(?:n|s|e|w|north|south|east|west|[ns][ew])\b\.?){0,2})\s+(\p{Lu}[\p{L}.'’ -]+)$/iu.exec(
      text,
    );
  const found = match ?? BEHIND_UNIT.exec(text);
  return found ? { street: found[1] ?? '', city: found[2] ?? '' } : null;
}

export function streetAndUnit(pieces: readonly string[]): Pick<PostalAddress, 'address_1' | 'address_2'> {
  const [first, second] = pieces;
  if (!first) return {};
  if (!second) return { address_1: first };
  if (UNIT.test(first) && !/\d+[^\d]+\d+\s/.test(first) && isStreet(second))
    return { address_1: second, address_2: first };
  return { address_1: first, address_2: second };
}

/** "123 Slater Street / 123, rue Slater", "12 Elm St. | 12, rue Elm": the first of two versions. */
function oneVersion(text: string): string {
  const [first = '', second = ''] = text.split(/\s+[/|]\s+/);
  // A second column: "12 Elm Court        Fax: 780-555-0171"
  const [column = '', beside = ''] = text.split(/ {3,}|\t/);
  if (beside !== '' && isStreet(column)) return column;
  const isBeside = / \| /.test(text) && !UNIT.test(second);
  return isStreet(first) && (isStreet(second) || isBeside) ? first : text;
}

/** Words before the street on the same line ("Town Hall, 12 Main Street", "Main Branch - 12 Elm St.") are a building or an organisation. */
function splitBuilding(text: string): { words: string; street: string } {
  const parts = text.split(
    /(?<!(?:^|[,|·•]\s?)\d{1,6}(?:-?[A-Za-z]|[–—-]\d{1,6})?)\s*[,|·•]\s*|(?<=\p{Ll}{3})\s[–—-]\s(?=\d{1,6}\p{L}?,?\s\p{Lu})/u,
  );
  const start = parts.findIndex((part) => isStreet(part) || UNIT.test(part));
  // "Elm Building, Room 12" has no other street.
  if (start < 1 || (isUnit(text) && !parts.some(isStreet))) return { words: '', street: text };
  return { words: parts.slice(0, start).join(', '), street: parts.slice(start).join(', ') };
}

/** Whether a line without digits stands right below a street with its number: whose house it is. */
const isNameBetween = (lines: readonly string[], index: number): boolean => {
  const [above, own] = [trimmed(withoutLabel(lines[index - 1] ?? '')), lines[index] ?? ''];
  return /^\d/.test(above) && isStreet(above) && /^\p{Lu}[^\d@:]{5,70}$/u.test(own) && !isUnit(own);
};

/** Street lines directly above `index`, nearest last. */
export function streetAbove(lines: readonly string[], index: number, used: Map<number, string>): string[] {
  const pieces: string[] = [];
  for (let above = index - 1; above >= Math.max(0, index - 3); above -= 1) {
    const { words, street: line } = splitBuilding(oneVersion(trimmed(withoutLabel(lines[above] ?? ''))));
    // "12, rue de l’Orme" over "Université du Marais" over "Québec (Québec) G1V 0A9"
    if (pieces.length === 0 && above === index - 1 && isNameBetween(lines, above)) continue;
    if (!line || !(isStreet(line) || isUnit(line))) break;
    pieces.unshift(line);
    used.set(above, words);
    if (isStreet(line) && pieces.length > 1) break;
  }
  return pieces;
}

const MUNICIPALITY =
  /^(?:(?:city|town|village|municipality|township|county|district) of|(?:ville|village|municipalité|canton) d(?:e|u|es)|ville d['’])\s?\p{L}/iu;

/** "Town of Elm, PEI", without a street, is whom somebody works for. */
export const isEmployer = (place: string, streets: readonly string[]): boolean =>
  streets.length === 0 && MUNICIPALITY.test(place);

/** "Bureau de circonscription de l’Orme": places have capitals, and small words between them. */
const COMMON_NOUN = /\p{Lu}.*\s\p{Ll}{6,}(?:\s|$)/u;

function cityOf(text: string): string | undefined {
  const city = trimmed(withoutLabel(text));
  return /^\p{L}[\p{L}\p{M}.'’ ()-]{1,40}$/u.test(city) && !isStreet(city) && !COMMON_NOUN.test(city)
    ? city
    : undefined;
}

/** Everything that stands before "City, PR" on its line and above it. */
export function fromPlace(
  lines: readonly string[],
  index: number,
  before: string,
  used: Map<number, string>,
): PostalAddress {
  const province = PROVINCE_END.exec(before.slice(-60));
  const rest = trimmed(province ? before.slice(0, before.length - province[0].length) : before);
  const text = trimmed(withoutLabel(rest));
  if (!text && index > 0 && !province) return {};
  const above = !text && province ? cityOf(lines[index - 1] ?? '') : undefined;
  if (above) {
    used.set(index - 1, '');
    const pieces = streetAbove(lines, index - 1, used);
    return { ...streetAndUnit(pieces), city: above, province: provinceCode(province?.[1] ?? '') };
  }
  const { street: front, city } = splitByStreetType(text) ?? splitStreetAndCity(text);
  const building = splitBuilding(front);
  const street = isStreet(building.street) ? oneVersion(building.street) : '';
  const pieces = street ? [street] : streetAbove(lines, index, used);
  const employs = front === '' && isEmployer(city, pieces);
  const words = street ? building.words : employs ? city : front;
  if (words) used.set(index, [words, used.get(index)].filter(Boolean).join(' | '));
  const code = province ? provinceCode(province[1] ?? '') : undefined;
  // "1540, av. des Ormes, Québec": the city is called like the province.
  const named = city === '' && pieces.length > 0 && code === 'QC' ? province?.[1] : city;
  return { ...streetAndUnit(pieces), city: employs ? undefined : cityOf(named ?? ''), province: code };
}
