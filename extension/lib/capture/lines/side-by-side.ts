/** Puts two people whose details were printed side by side, with blanks between them, one under the other. */
import { findEmails } from '../details/email-addresses.ts';

const GAP = /(?<=\S) {3,}(?=\S)/g;
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

/** Whether one line of a block has an address in both columns: nobody else is told apart. */
const areTwoPeople = (rows: readonly string[], at: number): boolean =>
  rows.some(
    (row) => findEmails(row.slice(0, at)).length === 1 && findEmails(row.slice(at - MAX_OFF)).length === 1,
  );

/** The text with each such block as its left column, a blank line and its right column; any other text as it is. */
export function separateColumns(text: string): string {
  if (!text.includes('   ') || !text.includes('@')) return text;
  const lines = text.split('\n');
  const result: string[] = [];
  for (let start = 0; start < lines.length; ) {
    const at = startOfSecond(lines[start] ?? '');
    let end = start;
    while (at > 0 && Math.abs(startOfSecond(lines[end] ?? '') - at) <= MAX_OFF) end += 1;
    const rows = lines.slice(start, Math.max(end, start + 1));
    if (rows.length >= MIN_LINES && areTwoPeople(rows, at)) {
      const pairs = rows.map((row) => row.split(GAP));
      result.push(...pairs.map(([left = '']) => left), '', ...pairs.map(([, right = '']) => right));
    } else result.push(...rows);
    start += rows.length;
  }
  return result.join('\n');
}
