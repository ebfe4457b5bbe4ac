/** Reads what somebody chose of several printed answers: "☐ Oui ☑ Non", "Oui [ ] Non [X]", or each on a line of its own. */
import { fieldKind } from '../lines/field-labels.ts';
import type { Line } from '../lines/line.ts';
import { CHOSEN_MARKS, FREE_MARKS, saidIn } from './answer-words.ts';
import { instructs } from './asked-and-answered.ts';

const MARK = `[${FREE_MARKS}${CHOSEN_MARKS}]`;
const MARKS = new RegExp(MARK, 'u');
const ALL_MARKS = new RegExp(MARK, 'gu');
const IS_FREE = new RegExp(`[${FREE_MARKS}]`, 'u');
const IS_CHOSEN = new RegExp(`[${CHOSEN_MARKS}]`, 'u');
const LEADS = new RegExp(`^${MARK}`, 'u');
const TRAILS = new RegExp(`${MARK}$`, 'u');
const BEFORE_EACH = new RegExp(`(?=${MARK})`, 'u');
const BEHIND_EACH = new RegExp(`(?<=${MARK})`, 'u');
/** The longest words of an option. */
const MAX_OPTION = 24;

/** "- [x] Oui", "• ☐ Non" */
const BULLET = new RegExp(`^[-–—•·▪*]\\s+(?=${MARK})`, 'u');

/** With one sign for each way to print a box. */
const withSigns = (text: string): string =>
  text
    .replace(/\[ ?\]|\( ?\)/g, '☐')
    .replace(/\[\s?[xX✓✔•*]\s?\]|\(\s?[xX✓✔•*]\s?\)/gu, '☑')
    .trim()
    .replace(BULLET, '');

/** The options of a line, each with its mark in front; none where the marks stand on both sides, or nowhere. */
function optionsIn(text: string): string[] {
  const isBefore = LEADS.test(text);
  if (isBefore === TRAILS.test(text)) return [];
  const parts = text
    .split(isBefore ? BEFORE_EACH : BEHIND_EACH)
    .map((part) => part.trim())
    .filter(Boolean);
  return isBefore ? parts : parts.map((part) => `${part.slice(-1)} ${part.slice(0, -1).trim()}`);
}

/** What is chosen of several; the line as it is where nothing is, or where it cannot be told. */
export function ticked(line: string): string {
  // "Name      : Ann Roe", in two columns
  const written = line.replace(/^(?:\*|[:：])\s+/, '');
  const text = withSigns(written);
  if (!IS_FREE.test(text) || !IS_CHOSEN.test(text)) return written;
  const chosen = optionsIn(text).filter((option) => IS_CHOSEN.test(option));
  return chosen.length === 0 ? written : chosen.map((option) => option.slice(1).trim()).join(', ');
}

interface Option {
  words: string;
  said: 'yes' | 'no';
  /** Undefined where the line has no mark. */
  isChosen: boolean | undefined;
}

/** "☐ Oui", "Non [X]", "X Non", "Oui": one printed answer, alone on its line. */
function optionOf({ text }: Line): Option | null {
  const signed = withSigns(text).replace(/^[xX]\s+(?=\p{L})/u, '☑ ');
  const words = signed.replace(ALL_MARKS, '').trim();
  const said = words.length > MAX_OPTION ? undefined : saidIn(words, '');
  // "Subscribe me", over its answer
  if ((said !== 'yes' && said !== 'no') || fieldKind(words) !== undefined) return null;
  return { words, said, isChosen: MARKS.test(signed) ? IS_CHOSEN.test(signed) : undefined };
}

const isInSameCell = (one: Line, other: Line): boolean =>
  one.cell === undefined ? other.cell === undefined : one.cell === other.cell;

/** Printed answers below each other, as one line: what is chosen, or all of them where no mark tells. */
function asOneLine(lines: readonly Line[], options: readonly Option[]): Line[] {
  const [first] = lines;
  // "Oui" over "Yes" is one answer in two languages.
  if (first === undefined || new Set(options.map(({ said }) => said)).size < 2) return [...lines];
  const chosen = options.filter(({ isChosen }) => isChosen);
  const isMarked = chosen.length > 0 || options.some(({ isChosen }) => isChosen === false);
  const words = (chosen.length > 0 ? chosen : options).map((option) => option.words);
  if (chosen.length === 0 && isMarked)
    return [{ ...first, text: options.map((option) => `☐ ${option.words}`).join(' ') }];
  return [{ ...first, text: words.join(chosen.length > 0 ? ', ' : ' / ') }];
}

/** A box, and no bullet. */
const BOX = /^[☐☑]/u;
/** "Infolettre Oui ☐ Non ☑": the answers begin where the first of them does. */
const BEFORE_ANSWERS = new RegExp(
  `^([^:：?]{3,80}?)\\s+((?:${MARK}\\s*)?(?:yes|no|oui|non)(?!\\p{L}).*)$`,
  'iu',
);

/** "☐ J'accepte de recevoir l'infolettre": the box in front is the answer to its own words. */
function askedByBox(line: Line): Line {
  const text = withSigns(line.text);
  const words = text.slice(1).trim();
  const [, label = '', answers = ''] = BEFORE_ANSWERS.exec(text) ?? [];
  if (optionsIn(answers).length > 1 && fieldKind(label) === 'consent')
    return { ...line, text: `${label} : ${answers}` };
  // What a page asks its reader to do is no word of theirs.
  const isAsked =
    BOX.test(text) &&
    !MARKS.test(words) &&
    !/[:：]/.test(words) &&
    !instructs(words) &&
    fieldKind(words) === 'consent';
  return isAsked ? { ...line, text: `${words} : ${IS_CHOSEN.test(text) ? '☑' : '☐'}` } : line;
}

/** "Infolettre : Oui ☐" over "Non ☑" */
const BEHIND_LABEL = /^(.{3,120}[:：?]\s+)([^:：?]{2,30})$/u;

/** The lines with each choice of yes and no in one. */
export function withChoices(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const start = lines[index];
    if (!start) break;
    const [, head = '', tail = ''] = BEHIND_LABEL.exec(start.text) ?? [];
    const first = head ? optionOf({ ...start, text: tail }) : null;
    const options: Option[] = first?.isChosen === undefined ? [] : [first];
    for (let at = index + options.length; at < lines.length; at += 1) {
      const line = lines[at];
      const option = line && isInSameCell(start, line) ? optionOf(line) : null;
      if (!option) break;
      options.push(option);
    }
    if (options.length < 2) {
      result.push(askedByBox(start));
      continue;
    }
    const joined = asOneLine(lines.slice(index, index + options.length), options);
    result.push(
      ...(head && joined.length === 1 ? joined.map((line) => ({ ...line, text: head + line.text })) : joined),
    );
    index += options.length - 1;
  }
  return result;
}
