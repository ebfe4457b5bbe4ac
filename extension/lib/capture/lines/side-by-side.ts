/** Puts two people whose details were printed side by side, with blanks between them, one under the other. */
import { findEmails } from '../details/email-addresses.ts';

const GAP = /(?<=\S) {2,}(?=\S)/g;
/** What tells columns from two blanks between sentences. */
const WIDE = /\S {3,}\S/;
const MIN_LINES = 3;
/** The second column may be some characters off, where the letters were not all as wide. */
const MAX_OFF = 2;
const MAX_CHARACTERS = 200;

/** Where the second of two columns starts; -1 where a line is no such row. */
function startOfSecond(line: string): number {
  if (line.length > MAX_CHARACTERS) return -1;
  const [gap, another] = [...line.matchAll(GAP)];
  return gap && !another ? gap.index + gap[0].length : -1;
}

const halvesOf = (row: string): string[] => row.split(GAP);

/** An address in both columns: nobody else is told apart. */
const holdsTwo = (row: string): boolean => {
  const halves = halvesOf(row);
  return halves.length === 2 && halves.every((half) => findEmails(half).length === 1);
};

/** Rows of the block whose second column starts there; long addresses push theirs to the right. */
const goesOn = (row: string, at: number): boolean =>
  Math.abs(startOfSecond(row) - at) <= MAX_OFF || (startOfSecond(row) > at && holdsTwo(row));

/** The text with each such block as its left column, a blank line and its right column; any other text as it is. */
export function separateColumns(text: string): string {
  if (!text.includes('   ') || !text.includes('@')) return text;
  const lines = text.split('\n');
  const result: string[] = [];
  for (let start = 0; start < lines.length; ) {
    const at = startOfSecond(lines[start] ?? '');
    let end = start;
    while (at > 0 && goesOn(lines[end] ?? '', at)) end += 1;
    const rows = lines.slice(start, Math.max(end, start + 1));
    if (rows.length >= MIN_LINES && rows.some(holdsTwo) && rows.some((row) => WIDE.test(row))) {
      const pairs = rows.map(halvesOf);
      result.push(...pairs.map(([left = '']) => left), '', ...pairs.map(([, right = '']) => right));
    } else result.push(...rows);
    start += rows.length;
  }
  return result.join('\n');
}
