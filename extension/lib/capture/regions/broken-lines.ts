/** Joins two lines that belong together: labels with their values, titles that were broken. */

import { findEmails, localOf } from '../details/email-addresses.ts';
import { labelKind, splitLabel } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { phraseCase } from '../names/name-case.ts';
import { nameMatch, sharesWord } from '../names/name-match.ts';
import { isShouted } from '../names/name-strip.ts';
import { parseName } from '../names/names.ts';
import { hasTitleWord, isTitle } from '../names/titles.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { fold, slug } from '../text/clean-text.ts';
import { COMMON_GIVEN_NAMES } from '../words/given-names.ts';
import { ASSISTANT } from './leading-name.ts';

const VALUE = /\d{3}|@|\.\p{L}{2,}/u;
/** Labels whose values have digits, dots or an at sign. */
const OF_NUMBERS: ReadonlySet<string> = new Set([
  'phone',
  'mobile',
  'fax',
  'email',
  'website',
  'postal_code',
]);
const MAX_TITLE_LINE = 100;
const MAX_TITLE_WORDS = 3;
const MAX_NAME_OF_OFFICE = 60;
/** What no phrase ends with, or starts with. */
const DANGLING = /(?:[,&]|\s(?:and|of|for|the|in|et|de|des|du|la|les|le|pour|aux?|à))$/i;
const CONTINUING = /^(?:(?:and|et|&|of|de|des|du|for|pour)\s|d['’])/;

/** "Senior Advisor, Community Engagement" and "and Partnerships" under it. */
function goesOn(line: Line, next: Line): boolean {
  return (
    line.text.length < MAX_TITLE_LINE &&
    next.text.length < MAX_TITLE_LINE &&
    (DANGLING.test(line.text) || CONTINUING.test(next.text)) &&
    !/[@\d:]/.test(line.text + next.text) &&
    hasTitleWord(line.text)
  );
}

/** "…, contact the Principal Investigator, Dr." and the name under it. */
const isHonorificCut = (line: Line): boolean =>
  /\s(?:Dre?|Prof|Mr|Mrs|Ms|Mme|Rev)\.?$/.test(line.text) && hasTitleWord(line.text);

/** "Office of Ann Roe" and "MLA for Elm Valley" under it. */
const isOfficeOver = (line: Line, next: Line): boolean =>
  /^(?:(?:constituency )?office of|bureau d(?:e |['’]))\s?\p{Lu}\S+ \p{Lu}[^,:\d@]{2,40}$/iu.test(
    line.text,
  ) &&
  /^(?:M\.?[LNH]?\.?[AP]\.?[AP]?\.?|senator|député|sénat|member of)(?!\p{Ll}{3})/iu.test(next.text) &&
  next.text.length < MAX_NAME_OF_OFFICE;

/**
 * "TIDEWATER" and "BOAT BUILDERS" at the top of a card: its first two lines in capitals, over one that is not. Neither is a
 * name or a title.
 */
function isNameOfCard(lines: readonly Line[]): boolean {
  const [one, two, below] = lines.slice(0, 3).map(({ text }) => text);
  const isPart = (text = ''): boolean =>
    /^\p{Lu}[\p{Lu}'’& -]{3,40}$/u.test(text) &&
    !isTitle(phraseCase(text)) &&
    !isOrganisation(phraseCase(text)) &&
    !COMMON_GIVEN_NAMES.has(fold(text.split(' ')[0] ?? ''));
  const isWhole = (text = ''): boolean =>
    isPart(text) || (isOrganisation(phraseCase(text)) && isShouted(text));
  // "WINSTON ROE" may be in capitals too.
  const isPerson = (text: string): boolean =>
    isOrganisation(phraseCase(`${one} ${two}`)) && parseName(text)?.clean === true;
  return isPart(one) && isWhole(two) && below !== undefined && (!isShouted(below) || isPerson(below));
}

/** "Ann" and "Roe" in one heading, with a line break between. */
const isNameInHeading = (line: Line, next: Line): boolean =>
  line.heading &&
  next.heading &&
  !Number.isInteger(next.rise) &&
  !line.text.includes(' ') &&
  !isTitle(next.text) &&
  parseName(next.text) === null &&
  parseName(`${line.text} ${next.text}`)?.clean === true;

/** How far below a name in two lines the address may stand that spells it. */
const MAX_LINES_TO_ADDRESS = 8;

/** "Ann" over "ROE-PARK" on a card with ann.roe@: the family name in capitals. */
function isFamilyBelow(lines: readonly Line[], index: number): boolean {
  const [given = '', family = ''] = [lines[index]?.text, lines[index + 1]?.text];
  if (!/^\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+)?$/u.test(given)) return false;
  if (!/^\p{Lu}[\p{Lu}'’-]+(?: \p{Lu}[\p{Lu}'’-]+)?$/u.test(family)) return false;
  const below = lines.slice(index + 2, index + 2 + MAX_LINES_TO_ADDRESS);
  const email = below.flatMap(({ text }) => findEmails(text))[0]?.email ?? '';
  const parts = phraseCase(family).split('-');
  return [parts[0] ?? '', parts.join('-')].some((last) => nameMatch(given, last, localOf(email)) === 3);
}

/** "Assistant: Kim Roe" and her number and address under it, on the card of somebody else. */
const isReachedBelow = (line: Line, next: Line): boolean =>
  ASSISTANT.test(line.text) &&
  !splitLabel(next.text) &&
  findEmails(next.text).some(({ email }) => sharesWord(line.text, slug(localOf(email))));

/** "Cc: Ann Roe <…>; Bo Park" and "<bo@…>; …" under it: the header of a message that was broken. */
const isHeaderCut = (line: Line, next: Line): boolean =>
  /^<[^\s<>]+@[^\s<>]+>/.test(next.text) &&
  /\p{L}["']?$/u.test(line.text) &&
  /^(?:from|to|cc|bcc|de|à|cci)\s?:|@.*[;,]\s[^;,@]+$/iu.test(line.text);

/** "To: Bo Park <…>; Roe" over "Ann <ann.roe@…>": both words, and no fewer, are what the address spells. */
function isNameCut(line: Line, next: Line): boolean {
  const [, start = ''] = /[;,]\s(\p{Lu}[^;,@<>]{1,40})$/u.exec(line.text) ?? [];
  const [, end = '', email = ''] = start
    ? (/^(\p{Lu}[^;,@<>]{0,30}?)\s?<([^\s<>]+@[^\s<>]+)>/u.exec(next.text) ?? [])
    : [];
  const name = end ? parseName(`${start} ${end}`, localOf(email)) : null;
  return name !== null && nameMatch(name.first, name.last, localOf(email)) === 3 && line.text.includes('@');
}

const joined = (line: Line, next: Line, text: string): Line => ({
  ...next,
  text,
  rise: line.rise,
  heading: line.heading,
  hrefs: [...line.hrefs, ...next.hrefs],
});

/** The value of a label alone on its line, when the next line is one. */
function takesValue(line: Line, next: Line): boolean {
  const kind = line.text.length < 50 ? labelKind(line.text) : undefined;
  if (!kind || splitLabel(next.text) || labelKind(next.text) || next.text.length >= 300) return false;
  // "Tél. :" without a number
  if (OF_NUMBERS.has(kind) && !VALUE.test(next.text)) return false;
  if (/[:：]\s*$/.test(line.text)) return true;
  // "P." signs a note, "P:" announces a number.
  if (/^\P{L}*\p{L}\P{L}*$/u.test(line.text)) return false;
  return (
    VALUE.test(next.text) &&
    !['name', 'contact', 'title', 'company', 'department', 'note', 'other'].includes(kind)
  );
}

/** "Secrétaire :" and "Ann Roe, Elm Echo" under it; a long title only over a name. */
const announces = (line: Line, next: Line): boolean =>
  /^[^\s:：\d@]+(?:\s[^\s:：\d@]+){0,5}\s?[:：]$/u.test(line.text) &&
  (line.text.split(' ').length <= MAX_TITLE_WORDS || parseName(next.text)?.clean === true) &&
  isTitle(line.text.replace(/\s?[:：]$/, '')) &&
  !/^(?:dear|madame|monsieur|ch(?:er|ère))\s/i.test(line.text) &&
  next.text.length < MAX_TITLE_LINE &&
  /^\p{Lu}\S*\s(?:.*\s)?\p{Lu}/u.test(next.text) &&
  !/[:：]/.test(next.text);

/** What the line at `index` and the next one say together; undefined where each stands for itself. */
function textOfBoth(lines: readonly Line[], index: number): string | undefined {
  const [line, next] = lines.slice(index, index + 2);
  if (!line || !next) return undefined;
  if (takesValue(line, next)) return `${line.text.replace(/\s*[:：]\s*$/, '')}: ${next.text}`;
  if (isOfficeOver(line, next)) return `${line.text}, ${next.text}`;
  const isBroken =
    goesOn(line, next) ||
    announces(line, next) ||
    isHonorificCut(line) ||
    isHeaderCut(line, next) ||
    isNameCut(line, next) ||
    isNameInHeading(line, next) ||
    isFamilyBelow(lines, index) ||
    isReachedBelow(line, next);
  return isBroken ? `${line.text} ${next.text}` : undefined;
}

/** "Bo Hale Town Clerk 2202 bhale@…": a column of extensions or years, in rows that have lost the blanks between columns. */
const NUMBER_COLUMN =
  /^(\p{Lu}[^@:;|\d]*\p{L}\)?) \d{3,4} (?=(?:\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4} )?[^\s@]+@\S+$)/u;
const MIN_ROWS = 2;

/** Rows without such a column: what stands before and behind it are two things. */
function withoutNumberColumn(lines: readonly Line[]): readonly Line[] {
  const isRow = ({ text, cell }: Line): boolean => cell === undefined && NUMBER_COLUMN.test(text);
  if (lines.filter(isRow).length < MIN_ROWS) return lines;
  return lines.map((line) =>
    isRow(line) ? { ...line, text: line.text.replace(NUMBER_COLUMN, '$1 | ') } : line,
  );
}

/** "1Manager" under "Ann Roe1, Bo Hale2": the raised numbers that tell whose affiliation it is. */
const NOTE_NUMBER = /^\d{1,2}(?=\p{Lu}\p{Ll}{2})/u;

function withoutNoteNumbers(lines: readonly Line[]): readonly Line[] {
  if (lines.filter(({ text }) => NOTE_NUMBER.test(text)).length < MIN_ROWS) return lines;
  return lines.map((line) => ({ ...line, text: line.text.replace(NOTE_NUMBER, '') }));
}

/** The lines with broken ones put together. */
export function joinBrokenLines(all: readonly Line[]): Line[] {
  const lines = withoutNoteNumbers(withoutNumberColumn(all));
  const result: Line[] = [];
  const isCard = isNameOfCard(lines);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const next = lines[index + 1];
    if (!line) continue;
    const isNamed = isCard && index === 0;
    const text = isNamed && next ? `${line.text} ${next.text}` : textOfBoth(lines, index);
    result.push(next && text ? joined(line, next, text) : line);
    if (text) index += 1;
  }
  return result;
}
