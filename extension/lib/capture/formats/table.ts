/** Reads tables whose first row says what the columns hold. */

import { type CapturedContact, fillGaps, withProvenance } from '../captured-contact.ts';
import { findEmails } from '../details/email-addresses.ts';
import { type FieldKind, fieldKind, kindByWords } from '../lines/field-labels.ts';
import type { Line } from '../lines/line.ts';
import { coupleIn } from '../names/couples.ts';
import { isTitle } from '../names/titles.ts';
import { withEmployerOfOthers } from '../organisations/company-inheritance.ts';
import { withAnswersNamed } from './answer-columns.ts';
import { Columns, MAX_JUDGED } from './columns.ts';
import { findByContent } from './columns-by-content.ts';
import { answersOfSeveral, atOtherAddress } from './consent-values.ts';
import { peopleInRow, presentIn } from './owners.ts';
import { employersOfGroups } from './row-groups.ts';
import type { Kinds, Row } from './row-name.ts';
import { settle } from './settle-kinds.ts';
import { cellWith, filledCells, holdsNames, readRow } from './table-row.ts';
import { withClearDays } from './written-days.ts';

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
  return withAnswersNamed(rows.filter(Boolean));
}

/** Whether a heading is one of addresses, whoever has them. */
export const asksForEmail = (label: string | undefined): boolean =>
  label !== undefined && (fieldKind(label) === 'email' || kindByWords(label) === 'email');

const MIN_KNOWN_OF_MANY = 5;

/** What each column holds, when the row is a header: two known labels, e-mail among them, or mostly known ones. */
export function headerOf(row: Row): (FieldKind | undefined)[] | null {
  const kinds = Array.from(row, (cell) => (cell ? fieldKind(cell) : undefined));
  const asksFor = Array.from(row, asksForEmail);
  const known = kinds.filter(
    (kind, column) => (kind && kind !== 'other' && kind !== 'note') || asksFor[column],
  ).length;
  const filled = filledCells(row).length;
  settle(kinds, row);
  // Databases export far more than what a contact has.
  const isWide = known >= MIN_KNOWN_OF_MANY && holdsNames(kinds);
  return known >= 2 &&
    (asksFor.includes(true) || known * 2 >= filled || isWide) &&
    new Set(kinds).size > 1 &&
    !row.some((cell) => cell && findEmails(cell).length > 0)
    ? kinds
    : null;
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

/** "Secretary: Ann Roe (ann@…)" below a list: a line without columns that says more than an address. */
const isSentence = ([line = '', ...others]: Row): boolean =>
  others.length === 0 && line.includes('@') && /\p{L}{2}\S* .*\S@/u.test(line);

/** The lists without the lines around them that speak of people, and these lines. */
export const withoutSentences = (
  tables: readonly ListTable[],
): { tables: readonly ListTable[]; others: readonly string[] } => ({
  tables: tables.map((table) => ({ ...table, rows: table.rows.filter((row) => !isSentence(row)) })),
  others: tables.flatMap(({ rows }) => rows.filter(isSentence).flatMap(([line = '']) => line)),
});

/** Most rows have an address, which is quickly seen. */
export const isHeader = (row: Row): boolean =>
  !row.some((cell) => cell?.includes('@')) && headerOf(row) !== null && row.some(asksForEmail);

/** A report may have several lists, each under a header of its own: "Panelists", "Attendees". */
export function atHeaders({ rows, ...list }: ListTable): ListTable[] {
  const next = rows.findIndex(isHeader);
  if (next < 0) return [{ ...list, rows }];
  const [labels = [], ...below] = rows.slice(next);
  const kinds = headerOf(labels) ?? [];
  findByContent(kinds, below.slice(0, MAX_JUDGED), labels);
  return [
    { ...list, rows: rows.slice(0, next) },
    ...atHeaders({ kinds, labels, skip: list.skip + next + 1, rows: below }),
  ];
}

function tablesOf(lines: readonly Line[]): ListTable[] {
  const rows = rowsOf(lines);
  const at = rows.slice(0, 4).findIndex((row) => headerOf(row) !== null);
  const isList =
    at < 0 && rows.length * Math.max(...rows.map((row) => row.length)) >= MIN_CELLS_WITHOUT_HEADER;
  const kinds = at >= 0 ? headerOf(rows[at] ?? []) : isList ? new Columns(rows).kinds() : null;
  if (!kinds) return [];
  const people = rows.slice(at + 1);
  if (at >= 0) alignWithAddresses(kinds, people);
  const unnamed = (rows[at] ?? []).findIndex((label) => !label?.trim());
  if (unnamed >= 0 && !kinds.includes('title') && people.every((row) => isTitle(row[unnamed] ?? '')))
    kinds[unnamed] = 'title';
  if (at >= 0) findByContent(kinds, people, rows[at] ?? []);
  return atHeaders({ kinds, labels: rows[at] ?? [], skip: at + 1, rows: people });
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
export function readTable({ kinds, labels, ...list }: ListTable, limit: number): CapturedContact[] {
  const rows = withClearDays(list.rows, kinds);
  const contacts: CapturedContact[] = [];
  const groups = employersOfGroups(rows);
  const people = peopleInRow(labels, kinds, rows);
  for (const row of rows) {
    if (contacts.length >= limit) break;
    const group = withProvenance({ company: groups.get(row) }, 'table');
    for (const one of rowsOfCouple(row, kinds)) {
      const read = presentIn(one, people).flatMap((columns) => readRow(one, columns.kinds, labels) ?? []);
      const found = answersOfSeveral(read, one, labels);
      for (const contact of withEmployerOfOthers(found)) {
        contacts.push(fillGaps(contact, group));
        const own = contact.email?.value ?? '';
        for (const { email } of findEmails(cellWith(one, own)).slice(1))
          if (email !== own) contacts.push(atOtherAddress(email, contact));
      }
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
function findTables(lines: readonly Line[]): ReadonlyMap<number, readonly ListTable[]> {
  const tables = [...linesByTable(lines)].map(([id, own]) => [id, tablesOf(own)] as const);
  return new Map(tables.filter(([, found]) => found.length > 0));
}

/** Contacts of all tables with a header row, at most `limit` of each; other lines are handed back. */
export function readTables(lines: readonly Line[], limit: number): TableReading {
  const read = [...findTables(lines)].map(([id, tables]) => ({
    id,
    tables,
    contacts: tables.flatMap((table) => readTable(table, limit)),
  }));
  // An address in what seemed to be a header is still somebody's.
  const missed = new Set(
    read.flatMap(({ id, contacts }) => {
      const hasAddress = lines.some(({ cell, text }) => cell?.table === id && findEmails(text).length > 0);
      return contacts.length === 0 && hasAddress ? id : [];
    }),
  );
  const lists = read.filter(({ id }) => !missed.has(id));
  const taken = new Set(lists.map(({ id }) => id));
  return {
    contacts: lists.flatMap(({ contacts }) => contacts),
    tables: lists.flatMap(({ tables }) => tables),
    rest: lines.filter(({ cell }) => !cell || !taken.has(cell.table)),
  };
}
