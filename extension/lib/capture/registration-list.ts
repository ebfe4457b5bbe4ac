/**
 * A registration list in rows and columns: what each column is for is shown to a person, who may correct it, and the rows are
 * then read again. Pure.
 */
import { BULK_MAX_PEOPLE } from '../../../shared/limits.ts';
import { finishList, type SourcePage } from './capture-contacts.ts';
import type { CapturedContact } from './captured-contact.ts';
import { finishContact } from './finished-contact.ts';
import { answersOfSeveral, isYes } from './formats/consent-values.ts';
import { readListTables } from './formats/delimited.ts';
import { peopleInRow, presentIn } from './formats/owners.ts';
import { type Refused, refusedUnder, withRefusals } from './formats/refusal-above.ts';
import type { ListTable } from './formats/table.ts';
import { readRow } from './formats/table-row.ts';
import { withClearDays } from './formats/written-days.ts';
import type { FieldKind } from './lines/field-labels.ts';
import { linesOfText } from './lines/line.ts';
import { cleanText } from './text/clean-text.ts';
import { revealAddresses } from './text/obfuscation.ts';

/** What a column is for: something of the person, a tag or subscription of whoever says yes in it, or nothing. */
export type ColumnUse = { holds: FieldKind } | { tags: string } | null;

interface ListColumn {
  /** `''` where there is no header. */
  label: string;
  use: ColumnUse;
}

export interface RegistrationList {
  columns: readonly ListColumn[];
  /** Cells by column. */
  rows: readonly (readonly string[])[];
  /** Rows above the first with a person. */
  skip: number;
  /** Who stands under a heading that says no to e-mail. */
  refused: Refused;
}

/** A registration list whose columns can still be corrected. */
export interface ListUnderReview extends RegistrationList {
  lost: readonly LostRow[];
  /** The page that it was taken from; null where it was pasted or dropped. */
  page: SourcePage | null;
}

interface ListPerson {
  contact: CapturedContact;
  /** Of the columns that say yes. */
  tags: readonly string[];
}

/** A row with nobody who can be reached by email: its place in the list, from 1 with the header, and what stands in it. */
export interface LostRow {
  row: number;
  text: string;
}

export interface ListReading {
  people: readonly ListPerson[];
  lost: readonly LostRow[];
}

/** One more than is taken at once, so that the review can say that somebody was left out. */
const PEOPLE_MAX = BULK_MAX_PEOPLE + 1;
const LOST_TEXT_MAX_CHARS = 120;

/** Null when the text is no list of rows and columns. */
export function findRegistrationList(text: string): RegistrationList | null {
  const own = revealAddresses(cleanText(text));
  const [first, ...others] = readListTables(own);
  if (!first) return null;
  const refused = refusedUnder(linesOfText(own));
  return others.length > 0 ? largestList([first, ...others], refused) : toList(first, refused);
}

/** The list with the most people among the tables of a page; null where there is none. */
export function largestList(tables: readonly ListTable[], refused: Refused): RegistrationList | null {
  let most: { list: RegistrationList | null; count: number } = { list: null, count: 0 };
  for (const table of tables) {
    const list = toList(table, refused);
    const count = readRegistrationList(list).people.length;
    if (count > most.count) most = { list, count };
  }
  return most.list;
}

/** A row of a page's table may have holes, where a cell is empty. */
const toList = (table: ListTable, refused: Refused): RegistrationList => ({
  columns: columnsOf(table),
  rows: table.rows.map((row) => Array.from(row, (cell) => cell ?? '')),
  skip: table.skip,
  refused,
});

function columnsOf({ kinds, labels, rows }: ListTable): ListColumn[] {
  const width = Math.max(labels.length, ...rows.slice(0, 100).map((row) => row.length));
  return Array.from({ length: width }, (_, at) => {
    const holds = kinds[at];
    return { label: labels[at] ?? '', use: holds === undefined ? null : { holds } };
  });
}

/** @param page what the list was taken from; null for one that stands by itself */
export function readRegistrationList(
  { columns, rows, skip, refused }: RegistrationList,
  page: SourcePage | null = null,
): ListReading {
  const kinds = columns.map(({ use }) => (use !== null && 'holds' in use ? use.holds : undefined));
  const labels = columns.map(({ label }) => label);
  const cellsOf = rows.map((row) => [...row]);
  const others = peopleInRow(labels, kinds, cellsOf);
  const contacts: CapturedContact[] = [];
  const tags: string[][] = [];
  const lost: LostRow[] = [];
  for (const [at, cells] of withClearDays(cellsOf, kinds).entries()) {
    if (contacts.length >= PEOPLE_MAX) break;
    const contact = readRow(cells, kinds, labels);
    if (contact !== null) {
      // A row may name somebody else, whose answer it may be.
      const present = others.length > 1 ? presentIn(cells, others) : [];
      const named = present.flatMap((one) => readRow(cells, one.kinds, labels) ?? []);
      const [own = contact] = answersOfSeveral([contact, ...named], cells, labels);
      contacts.push(own);
      tags.push(tagsIn(cells, columns));
    } else
      lost.push({
        row: skip + at + 1,
        text: cells.filter(Boolean).join(' | ').slice(0, LOST_TEXT_MAX_CHARS),
      });
  }
  const said = withRefusals(contacts, refused);
  const finished = page === null ? said.map(finishContact) : finishList(said, page);
  return { people: finished.map((contact, at) => ({ contact, tags: tags[at] ?? [] })), lost };
}

function tagsIn(cells: readonly string[], columns: readonly ListColumn[]): string[] {
  return columns.flatMap(({ label, use }, at) =>
    use !== null && 'tags' in use && isYes(cells[at] ?? '', label) ? [use.tags] : [],
  );
}
