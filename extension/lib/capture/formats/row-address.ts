/** Reads the address of a table row: its parts from their columns, or all of it from one cell. */
import type { FieldValues } from '../captured-contact.ts';
import { findEmails } from '../details/email-addresses.ts';
import { findAddress, normaliseAddress, POSTAL_CODE } from '../details/postal-addresses.ts';
import { PROVINCE_PATTERN, provinceCode } from '../details/provinces.ts';
import { isUnit } from '../details/streets.ts';
import { asksForHouseNumber, type FieldKind } from '../lines/field-labels.ts';
import type { Row } from './row-name.ts';

interface AddressReader {
  get(kind: FieldKind): string;
  province(): string | undefined;
  /** The cell with the e-mail address. */
  readonly besideEmail: string;
}

/** The street with the number that stands in a column of its own. */
export function withNumber(street: string, row: Row, labels: Row): string {
  const number = row[labels.findIndex((label) => asksForHouseNumber(label ?? ''))]?.trim() ?? '';
  if (!street || !/^\d/.test(number)) return street;
  return /^\p{Ll}/u.test(street) ? `${number}, ${street}` : `${number} ${street}`;
}

/** "☑ même adresse" */
const SAME_ADDRESS = /^\W*(?:m[êe]me adresse|same (?:address|as))/iu;

/** "12 Elm Road" over "2nd Floor" */
const streetOf = (cell: string): string =>
  cell
    .split(' | ')
    .filter((line, index) => (index === 0 || isUnit(line)) && !SAME_ADDRESS.test(line))
    .join(', ');

const CODE_FIRST = new RegExp(
  String.raw`(${POSTAL_CODE.source}) (?!Canada)(\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L} .'’-]*)$`,
  'u',
);

/** "12, rue des Pins, H2H 1Y5 Montréal", with the code behind the city. */
const withCodeLast = (cell: string): string =>
  cell.replace(/,? (?:code postal|postal code)\s?[:：]?(?= )/i, '').replace(CODE_FIRST, '$4 $1');

const UNPARTED_END = new RegExp(String.raw`,? (?:(?:${PROVINCE_PATTERN})\b.*|${POSTAL_CODE.source})$`, 'u');

/** "12 Elm St, Elm Bay" */
const ROAD_AND_TOWN = /^(\d[^,]*\p{L}[^,]*|\d+, [^,]+), (\p{Lu}[\p{L} .'’-]{2,30})$/u;

/** The address in the cells of a row. @param reader what each kind of column says */
export function addressOf(reader: AddressReader): FieldValues {
  const told = reader.get('address') || (reader.get('city') ? '' : reader.besideEmail);
  // "12 Elm St, Elm Bay" beside the postal code
  const isParted = told !== '' && reader.get('city') === '' && /,[^,\d]+$/.test(told);
  const written = isParted ? `${told} ${reader.get('postal_code')}`.trim() : told;
  const whole = findAddress(withCodeLast(written).split(' | '))?.address;
  // "City & Province": "Airdrie, AB", "Gatineau (QC)", "G5L 5B8 Rimouski"
  const city = withCodeLast(reader.get('city'));
  const place = /[,(]|\d/.test(city) ? findAddress([city])?.address : undefined;
  const parts = {
    // "Address" may head what people are written to at.
    address_1: findEmails(reader.get('address')).length > 0 ? '' : streetOf(reader.get('address')),
    city: place?.city ?? city.replace(POSTAL_CODE, '').trim(),
    // "Pays/État"
    province: reader.province() ?? place?.province ?? provinceCode(reader.get('country')),
    postal_code: reader.get('postal_code') || place?.postal_code || POSTAL_CODE.exec(city)?.[0],
    country: provinceCode(reader.get('country')) ? '' : reader.get('country'),
  };
  const normal = normaliseAddress(parts);
  const [top = '', ...below] = told.split(' | ');
  // "12 rue du Quai Elm QC G5L 1A2", without commas; "12 Elm Ave" over "Unit B" over the place
  const [street = ''] = !/^\d/.test(top)
    ? []
    : below.length > 0
      ? [top]
      : whole?.city
        ? []
        : top.split(UNPARTED_END);
  const [, road = '', town = ''] = isParted && !whole?.city ? (ROAD_AND_TOWN.exec(told) ?? []) : [];
  if (town && !isUnit(town)) return { ...normal, address_1: road, city: town };
  // "Address: Elm Bay, ON P7B 5E1" has no street.
  return whole?.postal_code || whole?.city ? { ...normal, address_1: street || undefined, ...whole } : normal;
}
