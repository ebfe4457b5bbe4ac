/** Reads the columns "Oui" and "Non" of one question: under "Infolettre" in a row of their own, or as "Infolettre – Oui". */
import { isAboutEmail } from '../lines/consent-labels.ts';
import { cleanValue } from '../text/clean-text.ts';
import { FREE, isAnswer, saidIn } from './answer-words.ts';
import type { Row } from './row-name.ts';

const YES = /^(?:yes|oui)$/i;
const NO = /^(?:no|non)$/i;
const MAY_HEAD = /\b(?:yes|oui)\b/i;
/** "Infolettre (non)", "Newsletter: Yes" */
const ANSWER_BEHIND = /^(.*[\p{L}\d)?])[\s:–—(/_-]+(yes|no|oui|non)\)?$/iu;
const FREE_BOX = new RegExp(`^${FREE}$`, 'u');
/** A program writes so below "Non" that nobody has marked it. */
const UNMARKED = /^(?:0|false|faux)$/i;

interface AnswerColumn {
  question: string;
  answer: string;
}

type AnswerColumns = readonly (AnswerColumn | undefined)[];

/** The question over a cell; one over several cells stands in the first of them. */
const questionOver = (above: Row, column: number): string =>
  Array.from(above.slice(0, column + 1), (cell) => cleanValue(cell ?? '')).findLast(Boolean) ?? '';

function columnOf(cell: string, question: string): AnswerColumn | undefined {
  if (isAnswer(cell)) return question === '' ? undefined : { question, answer: cell };
  const [, own = '', answer = ''] = ANSWER_BEHIND.exec(cell) ?? [];
  return own === '' ? undefined : { question: own, answer };
}

/** The columns of each question that has one for yes and one for no; null where no question is about e-mail. */
function answerColumns(row: Row, above: Row): AnswerColumns | null {
  if ([...row, ...above].some((cell) => cell?.includes('@')) || !MAY_HEAD.test(row.join('\n'))) return null;
  const columns = Array.from(row, (cell, at) => columnOf(cleanValue(cell ?? ''), questionOver(above, at)));
  const has = (asked: string, answers: RegExp): boolean =>
    columns.some((one) => one?.question === asked && answers.test(one.answer));
  const paired = columns.map((one) =>
    one && has(one.question, YES) && has(one.question, NO) ? one : undefined,
  );
  return paired.some((one) => one && isAboutEmail(one.question)) ? paired : null;
}

/** What a cell says under the heading of an answer, which a mark stands for. */
function underAnswer(cell: string, answer: string): string {
  const isFree = FREE_BOX.test(cell.trim()) || (NO.test(answer) && UNMARKED.test(cell.trim()));
  if (isFree) return '';
  return saidIn(cell, '') === 'yes' ? answer : cell;
}

/** The rows with the question as the heading of each such column, and in it the answer wherever somebody has marked it. */
export function withAnswersNamed(rows: readonly Row[]): Row[] {
  let columns: AnswerColumns = [];
  const named: Row[] = [];
  for (const row of rows) {
    const above = named.at(-1) ?? [];
    const found = answerColumns(row, above);
    if (found === null) {
      named.push(
        row.map((cell, column) => {
          const one = columns[column];
          return one ? underAnswer(cell ?? '', one.answer) : cell;
        }),
      );
      continue;
    }
    columns = found;
    const isBelow = row.some((cell, column) => found[column] && isAnswer(cell ?? ''));
    // The row above is taken into it, and its place kept.
    if (isBelow) named[named.length - 1] = [];
    const width = Math.max(row.length, isBelow ? above.length : 0);
    named.push(
      Array.from(
        { length: width },
        (_, column) => found[column]?.question || row[column] || (isBelow ? above[column] : '') || '',
      ),
    );
  }
  return named;
}
