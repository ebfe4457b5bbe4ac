/** Takes off the blanks of printed forms, on which somebody wrote: "Name: __ Ann Roe ____", "Town Elmside ______". */
import { fieldKind } from '../lines/field-labels.ts';
import type { Line } from '../lines/line.ts';

/** "Name: __ Ann Roe ____": the blanks around what somebody wrote. */
const BLANK = /(?<=^|[\s:$])_{2,}|_{2,}(?=\s|$)/g;

function withoutBlanks(line: Line): Line {
  const text = /[:：].*__/.test(line.text) ? line.text.replace(BLANK, ' ').replace(/\s+/g, ' ').trim() : '';
  return text ? { ...line, text } : line;
}

/** Fewer lines with blanks may be anything. */
const MIN_LINES = 3;
const MAX_LABEL_WORDS = 6;
/** Long blanks were shortened to a dot and one blank when the text was cleaned. */
const BETWEEN_BLANKS = /\s·\s_*\s?|\s_+(?:\s|$)/;
const ENDS_IN_BLANK = /\p{L}.*\s_+$/u;

/** How an answer starts: "Street address or" has not ended yet, nor has "Business" before "Name". */
const ANSWER = /^(?:[\p{Lu}\d(]|\S+[@.]\S)/u;
const GOES_ON = /(?:^|\s)(?:of|or|and|de|du|des|ou|et|P\.?O\.?)$/iu;
const isLabelWord = (word = ''): boolean => fieldKind(word) !== undefined;

/** "Town Elmside" → "Town: Elmside": the first words that are a label, with an answer behind. */
function withColon(text: string): string {
  const words = text.split(' ');
  for (let count = 1; count <= Math.min(MAX_LABEL_WORDS, words.length - 1); count += 1) {
    const [label, answer] = [words.slice(0, count).join(' '), words.slice(count).join(' ')];
    const isEnded = ANSWER.test(answer) && !GOES_ON.test(label) && !isLabelWord(words[count]);
    if (isEnded && fieldKind(label)) return `${label}: ${answer}`;
  }
  return text;
}

/** The lines without blanks; where labels have no colon, the blanks tell where each answer ends. */
export function withoutPrintedBlanks(lines: readonly Line[]): Line[] {
  const isBare = ({ text }: Line): boolean => ENDS_IN_BLANK.test(text) && !/[:：]/.test(text);
  if (lines.filter(isBare).length < MIN_LINES) return lines.map(withoutBlanks);
  return lines.flatMap((line) =>
    ENDS_IN_BLANK.test(line.text)
      ? line.text
          .split(BETWEEN_BLANKS)
          .filter(Boolean)
          .map((text) => ({ ...line, text: /[:：]/.test(text) ? text : withColon(text) }))
      : line,
  );
}
