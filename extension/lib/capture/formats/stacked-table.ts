/** Finds tables whose cells came one to a line, as from some PDFs: first the headings, then the cells of row after row. */
import { findEmails } from '../details/email-addresses.ts';
import { fieldKind } from '../lines/field-labels.ts';
import type { Line } from '../lines/line.ts';

const MIN_COLUMNS = 3;
const MAX_HEADING = 40;
const MIN_ROWS = 2;

const isHeading = ({ text, cell }: Line): boolean =>
  cell === undefined && text.length < MAX_HEADING && !text.includes(':') && fieldKind(text) !== undefined;

/** Of the lines from `start` on, how many are headings of different kinds, e-mail among them; 0 where they head no table. */
function countHeadings(lines: readonly Line[], start: number): number {
  const kinds = new Set<string>();
  let end = start;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    const kind = line && isHeading(line) ? fieldKind(line.text) : undefined;
    if (kind === undefined || kinds.has(kind)) break;
    kinds.add(kind);
  }
  return kinds.has('email') && kinds.size >= MIN_COLUMNS ? end - start : 0;
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
  let table = Math.max(0, ...lines.map(({ cell }) => cell?.table ?? 0));
  const result = [...lines];
  for (let start = 0; start < lines.length; start += 1) {
    const width = countHeadings(lines, start);
    if (width === 0) continue;
    const email = lines.slice(start, start + width).findIndex(({ text }) => fieldKind(text) === 'email');
    const rows = countRows(lines, start + width, width, email);
    if (rows < MIN_ROWS) continue;
    table += 1;
    const end = start + width * (rows + 1);
    for (let at = start; at < end; at += 1) {
      const place = at - start;
      const line = lines[at];
      if (line)
        result[at] = { ...line, cell: { table, row: Math.floor(place / width), column: place % width } };
    }
    start = end - 1;
  }
  return result;
}
