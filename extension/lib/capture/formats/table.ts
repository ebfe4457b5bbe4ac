/** Reads tables whose first row says what the columns hold. */

import { type CapturedContact, fillGaps, withProvenance } from '../captured-contact.ts';
import { findEmails } from '../details/email-addresses.ts';
import { findPhones } from '../details/phones.ts';
import { findAddress } from '../details/postal-addresses.ts';
import { type FieldKind, fieldKind } from '../lines/field-labels.ts';
import type { Line } from '../lines/line.ts';
import { parseName } from '../names/names.ts';
import { isTitle } from '../names/titles.ts';
import { namesDomain } from '../organisations/domains.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { Columns, headsOrganisations } from './columns.ts';
import { employersOfGroups } from './row-groups.ts';
import type { Kinds, Row } from './row-name.ts';
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

/** Where two columns seem to hold the same, the other headings decide which of them does. */
export function settle(kinds: (FieldKind | undefined)[], row: Row): void {
  const change = (pattern: RegExp, kind: FieldKind): void => {
    for (const [column, cell] of row.entries())
      if (pattern.test((cell ?? '').replace(/[\s*:：]+$/, ''))) kinds[column] = kind;
  };
  const count = (kind: FieldKind): number => kinds.filter((own) => own === kind).length;
  // "Office" beside a telephone column means a position, not an office phone.
  if (count('phone') > 1) change(/^(?:office|bureau)$/i, 'title');
  // In the same way, "Business" means the employer.
  if (count('phone') > 1) change(/^business$/i, 'company');
  // "Fonction" and "Poste" together: "Fonction" is the job title, so "Poste" is the telephone extension.
  if (count('title') > 1) change(/^poste$/i, 'phone');
  // "Job Title" and "Title": the other is "Mr" or "Mme". "Titre" and "Title" are one in two languages.
  const isPlain = (column: number): boolean => /^(?:title|titre)[\s*:：]*$/i.test(row[column] ?? '');
  if (kinds.some((kind, column) => kind === 'title' && !isPlain(column)) && count('title') > 1)
    change(/^(?:title|titre)$/i, 'honorific');
  if (count('company') > 1) change(/^(?:municipality|municipalit[ée])$/i, 'city');
}

/** What each column holds, when the row is a header: two known labels, e-mail among them, or mostly known ones. */
export function headerOf(row: Row): (FieldKind | undefined)[] | null {
  const kinds = Array.from(row, (cell) => (cell ? fieldKind(cell) : undefined));
  const known = kinds.filter((kind) => kind && kind !== 'other').length;
  const filled = filledCells(row).length;
  settle(kinds, row);
  return known >= 2 &&
    (kinds.includes('email') || known * 2 >= filled) &&
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

/** "Representing" over employers: by what the cells say, or the hosts of their addresses. */
function columnOfEmployers(kinds: Kinds, rows: readonly Row[]): number {
  if (rows.length < 2) return -1;
  const hosts = rows.map(hostOfRow);
  return columnWhere(
    kinds,
    rows,
    (cell, row) =>
      !/[@]|\d{3}|:\/\//.test(cell) && (namesDomain(cell, hosts[row] ?? '') || isOrganisation(cell)),
    // "Région" over "Fédération de l’Estrie"
    'province',
  );
}

/** "Mme Line Roe (intérim)" below "Direction" */
function isPerson(cell: string): boolean {
  const [head = ''] = cell.split(' | ');
  const name = parseName(head.replace(/\s*\([^()]*\)$/, ''));
  return name?.clean === true && name.last !== '' && !isOrganisation(head);
}

/** "Elm River, AB" */
const isPlace = (cell: string): boolean =>
  /^[^\d@]{2,60}$/.test(cell) && findAddress([cell])?.address.province !== undefined;
/** "604-555-0151 ext. 2" */
const isNumber = (cell: string): boolean => cell.length < MAX_NUMBER && findPhones(cell).length === 1;

/** Gives columns with headings of their own a kind, where what they hold says it. */
export function findByContent(kinds: (FieldKind | undefined)[], rows: readonly Row[]): void {
  const find = (kind: FieldKind, column: number): void => {
    if (column >= 0) kinds[column] = kind;
  };
  if (headsOrganisations(rows, kinds)) kinds[kinds.indexOf('name')] = 'company';
  // "Local" over numbers
  if (!kinds.includes('phone') && !kinds.includes('mobile'))
    find('phone', columnWhere(kinds, rows, isNumber));
  if (!holdsNames(kinds) && !kinds.includes('contact'))
    find('name', columnWhere(kinds, rows, isPerson, 'department'));
  if (!kinds.includes('company')) find('company', columnOfEmployers(kinds, rows));
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

/** The people of a table, at most `limit`. */
export function readTable({ rows, kinds, labels }: ListTable, limit: number): CapturedContact[] {
  const contacts: CapturedContact[] = [];
  const groups = employersOfGroups(rows);
  for (const row of rows) {
    const contact = contacts.length < limit ? readRow(row, kinds, labels) : null;
    if (!contact) continue;
    contacts.push(fillGaps(contact, withProvenance({ company: groups.get(row) }, 'table')));
    const own = contact.email?.value ?? '';
    // A second mailbox in its cell may be anybody's.
    for (const { email } of findEmails(cellWith(row, own)).slice(1))
      if (email !== own) contacts.push(withProvenance({ email }, 'table'));
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
