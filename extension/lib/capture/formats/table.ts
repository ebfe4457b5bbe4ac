/** Reads tables whose first row says what the columns hold. */

import { type CapturedContact, fillGaps, withProvenance } from '../captured-contact.ts';
import { findEmails, localOf } from '../details/email-addresses.ts';
import { findPhones } from '../details/phones.ts';
import { findAddress, isPostalCode } from '../details/postal-addresses.ts';
import { provinceCode } from '../details/provinces.ts';
import { isStreet } from '../details/streets.ts';
import { type FieldKind, fieldKind, kindByWords } from '../lines/field-labels.ts';
import type { Line } from '../lines/line.ts';
import { coupleIn } from '../names/couples.ts';
import { isTitle } from '../names/titles.ts';
import { namesDomain } from '../organisations/domains.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { Columns, headsOrganisations } from './columns.ts';
import { isPerson, peopleInRow, personIn, presentIn } from './owners.ts';
import { employersOfGroups } from './row-groups.ts';
import { type Kinds, looksLikePerson, type Row } from './row-name.ts';
import { settle, tellNamesApart } from './settle-kinds.ts';
import { cellWith, filledCells, holdsNames, hostOfRow, readRow } from './table-row.ts';

/** A list in rows and columns; the meaning of its columns is a first guess. */
export interface ListTable {
  kinds: Kinds;
  labels: Row;
  /** Rows before the first with a person. */
  skip: number;
  rows: readonly Row[];
}

export interface TableReading {
  contacts: CapturedContact[];
  tables: readonly ListTable[];
  /** Lines that were no part of a table with a header. */
  rest: Line[];
}

function rowsOf(lines: readonly Line[]): Row[] {
  const rows: Row[] = [];
  for (const { cell, text } of lines) {
    if (!cell) continue;
    rows[cell.row] ??= [];
    const row = rows[cell.row] ?? [];
    row[cell.column] = row[cell.column] ? `${row[cell.column]} | ${text}` : text;
  }
  return rows.filter(Boolean);
}

/** Whether a heading is one of addresses, whoever has them. */
export const asksForEmail = (label: string | undefined): boolean =>
  label !== undefined && (fieldKind(label) === 'email' || kindByWords(label) === 'email');

/** What each column holds, when the row is a header: two known labels, e-mail among them, or mostly known ones. */
export function headerOf(row: Row): (FieldKind | undefined)[] | null {
  const kinds = Array.from(row, (cell) => (cell ? fieldKind(cell) : undefined));
  const asksFor = Array.from(row, asksForEmail);
  const known = kinds.filter((kind, column) => (kind && kind !== 'other') || asksFor[column]).length;
  const filled = filledCells(row).length;
  settle(kinds, row);
  return known >= 2 &&
    (asksFor.includes(true) || known * 2 >= filled) &&
    new Set(kinds).size > 1 &&
    !row.some((cell) => cell && findEmails(cell).length > 0)
    ? kinds
    : null;
}

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

/** The first such column where all cells that are filled pass the test. */
const columnOfFilled = (kinds: Kinds, rows: readonly Row[], test: (cell: string) => boolean): number =>
  kinds.findIndex((kind, column) => {
    const cells = rows.map((row) => row[column] ?? '').filter(Boolean);
    return (kind === undefined || kind === 'other') && cells.length > 0 && cells.every(test);
  });

/** "Representing" over employers: by what the cells say, or the hosts of their addresses. */
function columnOfEmployers(kinds: Kinds, rows: readonly Row[]): number {
  if (rows.length < 2) return -1;
  const hosts = rows.map(hostOfRow);
  // Empty where people speak for themselves; the same for all is what they bought or gave to.
  const some = kinds.findIndex((kind, column) => {
    const cells = rows.map((row) => row[column] ?? '').filter(Boolean);
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
const isPlace = (cell: string): boolean =>
  /^[^\d@]{2,60}$/.test(cell) && findAddress([cell])?.address.province !== undefined;
/** Two or three capitals are a state abroad. */
const isProvinceOrNone = (cell: string): boolean =>
  provinceCode(cell) !== undefined || /^\W*(?:\p{Lu}{2,3})?\W*$/u.test(cell);
/** "604-555-0151 ext. 2" */
const isNumber = (cell: string): boolean => cell.length < MAX_NUMBER && findPhones(cell).length === 1;

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
export function findByContent(kinds: (FieldKind | undefined)[], rows: readonly Row[]): void {
  const find = (kind: FieldKind, column: number): void => {
    if (column >= 0) kinds[column] = kind;
  };
  tellNamesApart(kinds, rows);
  if (headsOrganisations(rows, kinds)) kinds[kinds.indexOf('name')] = 'company';
  // "Region" over "Prairies & North" says where people work, so "Quebec" below it does too.
  for (const [column, kind] of kinds.entries())
    if (kind === 'province' && !rows.every((row) => isProvinceOrNone(row[column] ?? '')))
      kinds[column] = 'other';
  // "Local" over numbers
  if (!kinds.includes('phone') && !kinds.includes('mobile'))
    find('phone', columnOfFilled(kinds, rows, isNumber));
  if (!holdsNames(kinds) && !kinds.includes('contact')) find('name', columnOfPeople(kinds, rows));
  if (!kinds.includes('company')) find('company', columnOfEmployers(kinds, rows));
  if (!kinds.includes('postal_code')) find('postal_code', columnOfFilled(kinds, rows, isPostalCode));
  if (!kinds.includes('address')) find('address', columnOfFilled(kinds, rows, isStreet));
  // "Location" over places
  if (!kinds.includes('city') && !kinds.includes('address')) find('city', columnWhere(kinds, rows, isPlace));
}

/** Under a header with fewer cells than the rows, the columns from "E-mail" on stand where the addresses are. */
function alignWithAddresses(kinds: (FieldKind | undefined)[], rows: readonly Row[]): void {
  const said = kinds.indexOf('email');
  const hasAddress = (column: number): boolean =>
    rows.filter((row) => findEmails(row[column] ?? '').length > 0).length * 2 > rows.length;
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (said < 0 || kinds.length >= width || hasAddress(said)) return;
  const missing = width - kinds.length;
  if (hasAddress(said + missing)) kinds.splice(said, 0, ...Array.from({ length: missing }, () => undefined));
}

/** Fewer cells are not enough to judge columns. */
const MIN_CELLS_WITHOUT_HEADER = 9;

/** Whether each person has a column: the first one says what the rows hold. */
function isSideways(lines: readonly Line[]): boolean {
  const rows = rowsOf(lines);
  const kinds = headerOf(rows.map(([label = '']) => label));
  const [, ...emails] = rows[kinds?.indexOf('email') ?? -1] ?? [];
  return emails.length > 1 && emails.every((cell) => findEmails(cell ?? '').length === 1);
}

/** The lines with every table that lies on its side turned, so that each person has a row. */
export function turnUpright(lines: readonly Line[]): readonly Line[] {
  const sideways = [...linesByTable(lines).values()].filter(isSideways).flat();
  if (sideways.length === 0) return lines;
  const turned = sideways
    .flatMap((line) =>
      line.cell ? { ...line, cell: { ...line.cell, row: line.cell.column, column: line.cell.row } } : [],
    )
    .sort(({ cell: a }, { cell: b }) => a.table - b.table || a.row - b.row || a.column - b.column);
  const places = new Set(sideways);
  let next = 0;
  return lines.map((line) => (places.has(line) ? (turned[next++] ?? line) : line));
}

function tableOf(lines: readonly Line[]): ListTable | null {
  const rows = rowsOf(lines);
  const at = rows.slice(0, 4).findIndex((row) => headerOf(row) !== null);
  const isList =
    at < 0 && rows.length * Math.max(...rows.map((row) => row.length)) >= MIN_CELLS_WITHOUT_HEADER;
  const kinds = at >= 0 ? headerOf(rows[at] ?? []) : isList ? new Columns(rows).kinds() : null;
  if (!kinds) return null;
  const people = rows.slice(at + 1);
  if (at >= 0) alignWithAddresses(kinds, people);
  const unnamed = (rows[at] ?? []).findIndex((label) => !label?.trim());
  if (unnamed >= 0 && !kinds.includes('title') && people.every((row) => isTitle(row[unnamed] ?? '')))
    kinds[unnamed] = 'title';
  if (at >= 0) findByContent(kinds, people);
  return { kinds, labels: rows[at] ?? [], skip: at + 1, rows: people };
}

/** "Ann & Bo Roe" with an address for each, in one row: a row for each. */
function rowsOfCouple(row: Row, kinds: Kinds): Row[] {
  const [name, email] = [kinds.indexOf('name'), kinds.indexOf('email')];
  const emails = findEmails(row[email] ?? '');
  const couple = emails.length === 2 ? coupleIn(row[name] ?? '') : undefined;
  if (!couple) return [row];
  return couple.map(({ first, last }, index) =>
    row.with(name, `${first} ${last}`).with(email, emails[index]?.email ?? ''),
  );
}

/** The people of a table, at most `limit`. */
export function readTable({ rows, kinds, labels }: ListTable, limit: number): CapturedContact[] {
  const contacts: CapturedContact[] = [];
  const groups = employersOfGroups(rows);
  const people = peopleInRow(labels, kinds, rows);
  for (const row of rows) {
    if (contacts.length >= limit) break;
    const group = withProvenance({ company: groups.get(row) }, 'table');
    for (const one of rowsOfCouple(row, kinds))
      for (const columns of presentIn(one, people)) {
        const contact = readRow(one, columns.kinds, labels);
        if (!contact) continue;
        contacts.push(fillGaps(contact, group));
        const own = contact.email?.value ?? '';
        // A second mailbox in its cell may be anybody's.
        for (const { email } of findEmails(cellWith(one, own)).slice(1))
          if (email !== own) contacts.push(withProvenance({ email }, 'table'));
      }
  }
  return contacts;
}

/** The lines of each table, by the number that they carry. */
const linesByTable = (lines: readonly Line[]): ReadonlyMap<number, Line[]> =>
  Map.groupBy(
    lines.filter(({ cell }) => cell),
    ({ cell }) => cell?.table ?? 0,
  );

/** All tables whose columns are known, by the number that their lines carry. */
function findTables(lines: readonly Line[]): ReadonlyMap<number, ListTable> {
  const tables = [...linesByTable(lines)].map(([id, own]) => [id, tableOf(own)] as const);
  return new Map(tables.filter((entry): entry is [number, ListTable] => entry[1] !== null));
}

/** Contacts of all tables with a header row, at most `limit` of each; other lines are handed back. */
export function readTables(lines: readonly Line[], limit: number): TableReading {
  const byNumber = findTables(lines);
  const tables = [...byNumber.values()];
  return {
    contacts: tables.flatMap((table) => readTable(table, limit)),
    tables,
    rest: lines.filter((line) => !line.cell || !byNumber.has(line.cell.table)),
  };
}
