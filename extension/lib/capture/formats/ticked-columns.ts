/** Reads a mark in a column called "Oui" or "Non" as what the column is called: "Infolettre: [ ] [X]" says no. */
import type { Line } from '../lines/line.ts';
import { CHOSEN } from './answer-words.ts';

const ANSWER = /^(?:yes|no|oui|non)$/i;
const MARK = new RegExp(`^(?:x|${CHOSEN})$`, 'iu');

/** The lines with each mark under such a heading replaced by the heading. */
export function withTickedAnswers(lines: readonly Line[]): readonly Line[] {
  const headings = new Map<string, string>();
  return lines.map((line) => {
    const { cell, text } = line;
    if (!cell) return line;
    const column = `${cell.table} ${cell.column}`;
    const words = text.trim();
    if (ANSWER.test(words) && cell.column > 0) headings.set(column, words);
    const heading = headings.get(column);
    return heading !== undefined && MARK.test(words) ? { ...line, text: heading } : line;
  });
}
