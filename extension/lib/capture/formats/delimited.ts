/** Reads a pasted export: cells between commas, semicolons, tabs or bars, with quotes, under a header or without one. */
import Papa from 'papaparse';
import { findEmails } from '../details/email-addresses.ts';
import { withAnswersNamed } from './answer-columns.ts';
import { Columns } from './columns.ts';
import { findByContent } from './columns-by-content.ts';
import { isLabelRow } from './form-labels.ts';
import type { Row } from './row-name.ts';
import { asksForEmail, atHeaders, headerOf, isHeader, type ListTable } from './table.ts';
import { holdsNames } from './table-row.ts';

const DELIMITERS = ['\t', ';', ',', '|'] as const;
const MAX_CHARACTERS = 4_000_000;
/** Lines above the header: a title, a blank. */
const MAX_LINES_ABOVE = 20;
/** A form has fewer fields. */
const MAX_LINES_ON_SIDE = 60;
const MIN_ROWS_WITHOUT_HEADER = 2;
const MIN_COLUMNS_WITHOUT_HEADER = 3;

function rowsOf(text: string, delimiter: string, preview: number): Row[] {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: 'greedy' });
  return withAnswersNamed(data.map((row) => row.map((cell) => cell.trim().replace(/\s*\n\s*/g, ' | '))));
}

interface Layout extends Omit<ListTable, 'rows'> {
  delimiter: string;
}

/** How many rows are searched for addresses if no column is headed "E-mail". */
const MAX_JUDGED = 20;

/** An address may stand in a column of another name: "Phone number" beside "Phone type" of an older database. */
const mostHaveAddress = (rows: readonly Row[]): boolean =>
  rows.filter((row) => findEmails(row.join(' \n ')).length === 1).length * 2 > rows.length;

function underHeader(text: string, delimiter: string): Layout | null {
  const rows = rowsOf(text, delimiter, MAX_LINES_ABOVE + MAX_JUDGED);
  const at = rows.slice(0, MAX_LINES_ABOVE).findIndex((row, index) => {
    const kinds = row.length > 1 ? headerOf(row) : null;
    if (kinds === null) return false;
    return row.some(asksForEmail) || (holdsNames(kinds) && mostHaveAddress(rows.slice(index + 1)));
  });
  const first = rows[at];
  if (!first || rows.slice(0, at).some(isLabelRow)) return null;
  const isTwofold = isHeader(rows[at + 1] ?? []);
  // "Contact information" over "Name", "Company", …
  const labels = isTwofold ? first.map((label, column) => rows[at + 1]?.[column] || label) : first;
  const said = headerOf(labels);
  if (!said) return null;
  const skip = at + (isTwofold ? 2 : 1);
  findByContent(said, rows.slice(skip), labels);
  return { delimiter, kinds: said, labels, skip };
}

/** Rows of the same width, each with one address in the same column; the first may have headings that say nothing known. */
function withoutHeader(text: string, delimiter: string): Layout | null {
  const all = rowsOf(text, delimiter, 60);
  const width = all[0]?.length ?? 0;
  const isEven = all.filter((row) => row.length === width).length >= all.length * 0.9;
  const countIn = (row: Row): number => findEmails(row.join(' \n ')).length;
  const skip = all.length > MIN_ROWS_WITHOUT_HEADER && countIn(all[0] ?? []) === 0 ? 1 : 0;
  const rows = all.slice(skip);
  if (rows.length < MIN_ROWS_WITHOUT_HEADER || width < MIN_COLUMNS_WITHOUT_HEADER || !isEven) return null;
  const hasOne = rows.every((row) => countIn(row) <= 1);
  const kinds = hasOne ? new Columns(rows).kinds() : null;
  return kinds ? { delimiter, kinds, labels: skip > 0 ? (all[0] ?? []) : [], skip } : null;
}

function layoutOf(text: string): Layout | null {
  const start = text.slice(0, 20_000);
  const lines = start.split('\n', 12).filter((line) => line.trim() !== '');
  const own = DELIMITERS.filter((mark) => lines.some((line) => line.includes(mark)));
  for (const find of [underHeader, withoutHeader])
    for (const delimiter of own) {
      const layout = find(start, delimiter);
      if (layout) return layout;
    }
  return null;
}

/** One person's data on its side, "email,ann@…" on a line: the labels and the row. */
function onItsSide(text: string): ListTable | null {
  const rows = rowsOf(text, ',', MAX_LINES_ON_SIDE);
  const labels = rows.map(([label = '']) => label);
  const kinds = rows.every((row) => row.length === 2) ? headerOf(labels) : null;
  if (!kinds?.includes('email')) return null;
  return { kinds, labels, skip: 0, rows: [rows.map(([, value = '']) => value)] };
}

/** Empty when the text is no list of rows and columns. */
export function readListTables(text: string): ListTable[] {
  if (!text.includes('@') || !text.includes('\n')) return [];
  const single = onItsSide(text.slice(0, 20_000));
  if (single) return [single];
  const layout = layoutOf(text);
  if (!layout) return [];
  const { delimiter, kinds, labels, skip } = layout;
  return atHeaders({
    kinds,
    labels,
    skip,
    rows: rowsOf(text.slice(0, MAX_CHARACTERS), delimiter, 0).slice(skip),
  });
}
