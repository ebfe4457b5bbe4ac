/** Finds what columns with headings of their own hold, by their cells: "Representing" over employers, "Local" over numbers. */
import { findEmails, localOf } from '../details/email-addresses.ts';
import { findPhones } from '../details/phones.ts';
import { findAddress, isPostalCode } from '../details/postal-addresses.ts';
import { provinceCode } from '../details/provinces.ts';
import { isStreet } from '../details/streets.ts';
import type { FieldKind } from '../lines/field-labels.ts';
import { isPerhapsOrganisation } from '../organisations/by-position.ts';
import { namesDomain } from '../organisations/domains.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { headsOrganisations } from './columns.ts';
import { isPerson, personIn } from './owners.ts';
import { type Kinds, looksLikePerson, type Row } from './row-name.ts';
import { tellNamesApart } from './settle-kinds.ts';
import { cellWith, holdsNames, hostOfRow } from './table-row.ts';

/** A number with an extension is shorter. */
const MAX_NUMBER = 40;

/** The first column whose heading says nothing (else) and most of whose cells pass the test; -1 where there is none. */
const columnWhere = (
  kinds: Kinds,
  rows: readonly Row[],
  test: (cell: string, row: number) => boolean,
  also: FieldKind = 'other',
): number =>
  kinds.findIndex(
    (kind, column) =>
      (kind === undefined || kind === 'other' || kind === also) &&
      rows.filter((row, at) => test(row[column] ?? '', at)).length * 2 > rows.length,
  );

const filledIn = (rows: readonly Row[], column: number): string[] =>
  rows.map((row) => row[column] ?? '').filter(Boolean);

/** The first such column where all cells that are filled pass the test. */
const columnOfFilled = (kinds: Kinds, rows: readonly Row[], test: (cell: string) => boolean): number =>
  kinds.findIndex((kind, column) => {
    const cells = filledIn(rows, column);
    return (kind === undefined || kind === 'other') && cells.length > 0 && cells.every(test);
  });

/** "Representing" over employers: by what the cells say, or the hosts of their addresses. */
function columnOfEmployers(kinds: Kinds, rows: readonly Row[]): number {
  if (rows.length < 2) return -1;
  const hosts = rows.map(hostOfRow);
  // Empty where people speak for themselves; the same for all is what they bought or gave to.
  const some = kinds.findIndex((kind, column) => {
    const cells = filledIn(rows, column);
    const isSaid = kind === undefined && cells.every((cell) => isOrganisation(cell));
    return isSaid && new Set(cells).size > 1;
  });
  if (some >= 0) return some;
  const isTheirs = (cell: string, row: number): boolean => namesDomain(cell, hosts[row] ?? '');
  const column = columnWhere(
    kinds,
    rows,
    (cell, row) => !/[@]|\d{3}|:\/\//.test(cell) && (isTheirs(cell, row) || isOrganisation(cell)),
    // "Région" over "Fédération de l’Estrie"
    'province',
  );
  const cells = rows.map((row) => row[column] ?? '');
  return new Set(cells).size > 1 || cells.some(isTheirs) ? column : -1;
}

/** "Elm River, AB" */
export const isPlace = (cell: string): boolean =>
  /^[^\d@]{2,60}$/.test(cell) && findAddress([cell])?.address.province !== undefined;
const isCityLine = (cell: string): boolean => {
  const place = findAddress([cell])?.address;
  return place?.city !== undefined && place.postal_code !== undefined && !place.address_1;
};
/** What somebody is at a meeting alone. */
const AT_MEETING =
  /^(?:presenter|attendee|panell?ist|host|co-?host|organizer|participante?|pr[ée]sentat(?:eur|rice)|organisat(?:eur|rice))$/i;
/** Two or three capitals are a state abroad. */
const isProvinceOrNone = (cell: string): boolean =>
  provinceCode(cell) !== undefined || /^\W*(?:\p{Lu}{2,3})?\W*$/u.test(cell);
/** "604-555-0151 ext. 2"; digits alone may count orders. */
const isNumber = (cell: string): boolean =>
  cell.length < MAX_NUMBER && /\d[\s().-]+\d/.test(cell) && findPhones(cell).length === 1;

/** "Pub Dist Sch Brd" below "Type": some of the names begin as given names do, or their addresses spell them. */
function columnOfPeople(kinds: Kinds, rows: readonly Row[]): number {
  const column = columnWhere(kinds, rows, isPerson, 'department');
  if (column < 0) return column;
  const isSure = rows.some((row) => {
    const name = personIn(row[column] ?? '');
    return name !== null && looksLikePerson(name, localOf(findEmails(cellWith(row, '@'))[0]?.email ?? ''));
  });
  return isSure ? column : -1;
}

/** Gives columns with headings of their own a kind, where what they hold says it. */
export function findByContent(kinds: (FieldKind | undefined)[], rows: readonly Row[], labels: Row): void {
  const find = (kind: FieldKind, column: number): void => {
    if (column >= 0) kinds[column] = kind;
  };
  tellNamesApart(kinds, rows);
  // "Customer name" beside both names of a contact
  const whole = kinds.indexOf('name');
  const last = kinds.indexOf('last_name');
  const isOther = (row: Row): boolean =>
    isPerhapsOrganisation(row[whole] ?? '') && !row[whole]?.includes(row[last] || '\n');
  if (last >= 0 && kinds.includes('first_name') && !kinds.includes('company') && rows.every(isOther))
    kinds[whole] = 'company';
  if (headsOrganisations(rows, kinds)) kinds[kinds.indexOf('name')] = 'company';
  // "Region" over "Prairies & North" says where people work, so "Quebec" below it does too.
  for (const [column, kind] of kinds.entries())
    if (kind === 'province' && !rows.every((row) => isProvinceOrNone(row[column] ?? '')))
      kinds[column] = 'other';
  // "Département" is the word for a province in France.
  const isOfProvinces = (column: number): boolean => {
    const cells = filledIn(rows, column);
    return cells.length > 0 && cells.every((cell) => provinceCode(cell) !== undefined);
  };
  if (!kinds.includes('province'))
    for (const [column, kind] of kinds.entries())
      if (kind === 'department' && isOfProvinces(column)) kinds[column] = 'province';
  const title = kinds.indexOf('title');
  const roles = filledIn(rows, title);
  if (title >= 0 && roles.length > 0 && roles.every((cell) => AT_MEETING.test(cell))) kinds[title] = 'note';
  // "Crew B" below "Group"
  const group = labels.findIndex((label) => /^groupe?$/i.test(label ?? ''));
  if (kinds[group] === 'company' && !rows.some((row) => isOrganisation(row[group] ?? '')))
    kinds[group] = 'other';
  // "Local" over numbers
  if (!kinds.includes('phone') && !kinds.includes('mobile'))
    find('phone', columnOfFilled(kinds, rows, isNumber));
  if (!holdsNames(kinds) && !kinds.includes('contact')) find('name', columnOfPeople(kinds, rows));
  if (!kinds.includes('company')) find('company', columnOfEmployers(kinds, rows));
  if (!kinds.includes('postal_code')) find('postal_code', columnOfFilled(kinds, rows, isPostalCode));
  if (!kinds.includes('address')) find('address', columnOfFilled(kinds, rows, isStreet));
  // "Addr L5" over "Elm Bay, ON L2M 1A8"
  if (!kinds.includes('city')) find('city', columnOfFilled(kinds, rows, isCityLine));
  // "Location" over places
  if (!kinds.includes('city') && !kinds.includes('address')) find('city', columnWhere(kinds, rows, isPlace));
}
