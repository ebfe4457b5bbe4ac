/** Finds tables whose cells came one to a line, as from some PDFs: first the headings, then the cells of row after row. */
import { findEmails } from '../details/email-addresses.ts';
import { type FieldKind, fieldKind } from '../lines/field-labels.ts';
import type { Line } from '../lines/line.ts';

const MIN_COLUMNS = 3;
const MAX_HEADING = 40;
const MIN_ROWS = 2;

type Kinds = readonly (FieldKind | undefined)[];

/** What a line heads, where it could be the heading of a column. */
const headingKind = ({ text, cell }: Line): FieldKind | undefined =>
  cell === undefined && text.length < MAX_HEADING && !text.includes(':') ? fieldKind(text) : undefined;

/** The headings from `start` on, all of different kinds and e-mail among them; empty where they head no table. */
function headingsFrom(kinds: Kinds, start: number): Kinds {
  let end = start;
  while (kinds[end] !== undefined && kinds.indexOf(kinds[end], start) === end) end += 1;
  const found = kinds.slice(start, end);
  return found.length >= MIN_COLUMNS && found.includes('email') ? found : [];
}

/** How many rows follow, each with its one address in the column that is headed so. */
function countRows(lines: readonly Line[], first: number, width: number, email: number): number {
  let rows = 0;
  for (let start = first; start + width <= lines.length; start += width) {
    const cells = lines.slice(start, start + width);
    const found = cells.map(({ text, cell }) => cell === undefined && findEmails(text).length === 1);
    if (found.filter(Boolean).length !== 1 || !found[email]) break;
    rows += 1;
  }
  return rows;
}

/** The lines with such tables marked as cells. */
export function findStackedTables(lines: readonly Line[]): readonly Line[] {
  const kinds = lines.map(headingKind);
  if (!kinds.includes('email')) return lines;
  let table = Math.max(0, ...lines.map(({ cell }) => cell?.table ?? 0));
  const result = [...lines];
  for (let start = 0; start < lines.length; start += 1) {
    const headings = headingsFrom(kinds, start);
    const width = headings.length;
    if (width === 0) continue;
    const rows = countRows(lines, start + width, width, headings.indexOf('email'));
    if (rows < MIN_ROWS) continue;
    table += 1;
    const end = start + width * (rows + 1);
    for (const [place, line] of lines.slice(start, end).entries())
      result[start + place] = {
        ...line,
        cell: { table, row: Math.floor(place / width), column: place % width },
      };
    start = end - 1;
  }
  return result;
}
