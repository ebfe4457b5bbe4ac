/** Finds the labels of filled-in forms in lines: before a colon, alone on a line, in a cell, or several in one line. */
import { asksForAccount, asksForSomebody } from '../lines/asked-person.ts';
import { namesEmail } from '../lines/consent-labels.ts';
import { type FieldKind, fieldKind, isOfVisit, kindByWords } from '../lines/field-labels.ts';
import { labelKind } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { fold } from '../text/clean-text.ts';
import { answersUnasked } from './consent-values.ts';
import { isPerson } from './owners.ts';
import { isNameKind, namesOffice } from './row-name.ts';

/** "From: WordPress <…>" above a form names the sender of the message, not the person. */
const HEADER_LABEL = /^(?:from|to|cc|bcc|reply-to|de|à|cci|répondre à)$/i;

/** A label, and the value if one follows the colon. */
export interface Label {
  kind: FieldKind;
  label: string;
  value: string;
}

const MAX_LABEL = 120;
/** Fewer may stand in any table of two columns. */
const MIN_LABELS = 3;

/** "Field | Value" over the labels and the answers. */
const HEADS_LABELS =
  /^(?:name|field(?: name)?|label|item|question|nom(?: du champ)?|champ|élément|[ée]tiquette)$/iu;
const HEADS_ANSWERS = /^(?:values?|answers?|responses?|submitted value|valeurs?|réponses?)$/iu;

const isInRow = (line: Line, other: Line | undefined): boolean =>
  line.cell !== undefined && line.cell.table === other?.cell?.table && line.cell.row === other.cell.row;

/** "No/rue/appartement", "Numéro et rue, R.R. ou C.P.": what belongs there, under "Address". */
const ADDRESS_PARTS =
  /^(?:(?:no|num[ée]ros?|numbers?|civique|civic|rue|street|apt|apartment|appartement|app|suite|unit|bureau|city|ville|town|municipalit[ée]|province|state|territory|territoire|postal|code|zip|country|pays|r\.?r|c\.?p|p\.?o|box|case postale|et|and|ou|or|name|nom|de|la|line)\b[\s.,/()]*){2,}$/i;

/** The lines without what nobody filled in: a header over labels and answers, hints, and addresses of the site itself. */
export const withoutUnfilled = (lines: readonly Line[]): readonly Line[] =>
  lines.filter((line, index) => {
    const [before, next] = [lines[index - 1], lines[index + 1]];
    const isHead = (label: Line | undefined, answer: Line | undefined): boolean =>
      label?.cell?.column === 0 &&
      isInRow(label, answer) &&
      HEADS_LABELS.test(label.text) &&
      HEADS_ANSWERS.test(answer?.text ?? '');
    // "site_admin_email" beside it
    const isOfSite =
      line.text.includes('@') && before !== undefined && isInRow(line, before) && isOfVisit(before.text);
    const isHint = ADDRESS_PARTS.test(line.text) && fieldKind(before?.text ?? '') === 'address';
    return !isHead(line, next) && !isHead(before, line) && !isOfSite && !isHint;
  });

/** The cells of the first column of tables where it holds labels: what no dictionary knows is a label there too. */
export function labelCells(lines: readonly Line[]): ReadonlySet<Line> {
  const byTable = Map.groupBy(lines, ({ cell }) => cell?.table);
  const found = [...byTable].flatMap(([table, own]) => {
    const isWide = table === undefined || own.some(({ cell }) => (cell?.column ?? 0) > 1);
    const first = isWide ? [] : own.filter(({ cell }) => cell?.column === 0);
    const kinds = first.map(({ text }) => fieldKind(text) ?? kindByWords(text));
    const isForm =
      kinds.filter(Boolean).length >= MIN_LABELS &&
      kinds.includes('email') &&
      first.length < own.length &&
      first.every(({ text }) => !text.includes('@'));
    return isForm ? first : [];
  });
  const byRow = [...Map.groupBy(lines, ({ cell }) => cell && `${cell.table} ${cell.row}`)];
  return new Set([
    ...found,
    ...byRow.flatMap(([row, cells]) => (row === undefined ? [] : pairedLabels(cells))),
  ]);
}

/** "Mother's name | Ann Roe | Father's name | Bo Hale": the labels of several values in a row. */
function pairedLabels(cells: readonly Line[]): readonly Line[] {
  if (cells.length < 3) return [];
  const [labels, values] = [0, 1].map((odd) => cells.filter(({ cell }) => (cell?.column ?? 0) % 2 === odd));
  const says = ({ text }: Line): boolean => Boolean(fieldKind(text) ?? kindByWords(text));
  return labels?.every(says) && !values?.some(says) ? labels : [];
}

/** "NAME OF FIRM: (as you wish it to appear)": how to fill it in. */
const HINT = /^(?:\*|\([^()]+\))$/;

const SAYS_SOMETHING = /\s(?:has|have|had|was|were|will be|a été|ont été|sera)\s[^?]*$/;

const NUMBER = /^[+(]?\d[\d\s().-]{8,}$/;

const ASKS_AT_END = /\b(?:affiliation|name|represented|repr[ée]sent[ée]e?)\W*$/i;

/** The colon behind the label: in "Site (do not type http://)" a hint has one. */
const colonIn = (text: string): number =>
  text.replace(/\([^()]*\)/g, (hint) => '-'.repeat(hint.length)).search(/[:：]/);

/** The label in a line, and the value if one follows the colon. */
export function labelIn(line: string): Label | null {
  const text = line.replace(/^(?:[•·▪-]\s*|\*\s+)/, '');
  const colon = text.length < 600 ? colonIn(text) : -1;
  if (colon > 0 && colon < MAX_LABEL) {
    const [label, rest] = [text.slice(0, colon), text.slice(colon).replace(/^.:?/, '').trim()];
    if (HEADER_LABEL.test(label.trim())) return null;
    const value = HINT.test(rest) ? '' : rest;
    const said = fieldKind(label);
    // "Nom : ann@…", in a mail whose labels went wrong
    const kind = isNameKind(said) && /^\S+@\S+$/.test(value) ? 'email' : said;
    if (kind) return { kind, label, value };
    // "Nominee's name: Ann Roe", "Parent: 905-555-0151": what no dictionary knows may still say whom it is about.
    const isKnown = kindByWords(label) !== undefined;
    const isValue = NUMBER.test(rest) || (/^\S+@\S+$/.test(rest) && namesEmail(fold(label)));
    if (isKnown || isValue || (rest !== '' && (asksForSomebody(label) || asksForAccount(label))))
      return { kind: 'other', label, value };
    // "Bulletin : Non"
    if (answersUnasked({ label, value })) return { kind: 'consent', label, value };
    // "Président(e) : Réjean Roe"
    if (namesOffice(label.trim()) && isPerson(rest)) return { kind: 'name', label, value: rest };
    if (rest !== '') return null;
  }
  // "Dear Town of Elm,"
  // "☒ Request city information" is chosen, and asks for nothing.
  const isChoice = /^[☐□◯○☑☒✓✔✅◉●⦿]/u.test(text);
  // "You are a..."
  const whole = text.replace(/(?:\.{3}|…)$/, '');
  const alone = whole.length < MAX_LABEL && !/[,;.!]$|\S\s{2,}\S/.test(whole) && !isChoice ? whole : '';
  // "The town has sent the report below"
  if (SAYS_SOMETHING.test(alone)) return null;
  const isAsked = /\?$/.test(alone) || (/\*$/.test(alone) && kindByWords(alone) !== undefined);
  // "Elm City Choir", but not "Club/Organization Affiliation"
  const isNamed = labelKind(alone) === undefined && !/\s\p{Ll}{4}/u.test(alone) && !ASKS_AT_END.test(alone);
  // "City/Town / Ville" is one label in two languages.
  if (alone && isNamed && !alone.includes(' / ') && isOrganisation(alone)) return null;
  const kind = alone ? (fieldKind(alone) ?? (isAsked ? 'other' : undefined)) : undefined;
  return kind ? { kind, label: alone, value: '' } : null;
}

/** Fewer labels with their values in one line show no style. */
const MIN_INLINE = 4;
export const ALONE = /^[^:：]{2,80}[:：]$/;
const INLINE = /^[^:：]{2,60}[:：]\s*\S/;
const saysOfSomebody = (label: Label | null): boolean =>
  label !== null && label.value !== '' && label.kind !== 'other' && label.kind !== 'submitted';

/** How the labels of a text stand: with their values in one line, or over them. */
export interface LabelStyle {
  hasColons: boolean;
  hasColonsAbove: boolean;
}

export function styleOf(lines: readonly Line[]): LabelStyle {
  const count = (isOne: (text: string) => boolean): number => lines.filter(({ text }) => isOne(text)).length;
  return {
    hasColons: count((text) => INLINE.test(text) && saysOfSomebody(labelIn(text))) >= MIN_INLINE,
    hasColonsAbove: count((text) => ALONE.test(text) && labelIn(text) !== null) >= MIN_INLINE,
  };
}

export function labelOfCell(text: string): Label {
  const label = text.replace(/\s*[:：]$/, '');
  return { kind: fieldKind(label) ?? 'other', label, value: '' };
}

const MAX_LABEL_WORDS = 3;

/** "Ph. No. 306-555-0120 Email: ann@…": the first label has no colon. */
const NUMBER_BESIDE =
  /^(\p{L}[\p{L}. #]{1,20}?)[.]?\s+(\(?\s?\d{3}\s?\)?[\s.-]?\d{3}[\s.-]?\d{4})[\s,;|]+(\p{L}[^:：]{1,30}[:：].*)$/u;

/** "Reg. Charity No.:" behind an answer */
const NUMBER_LABEL =
  /(?<=\s)(?:\p{Lu}[\p{L}.]*\s){0,1}\p{Lu}[\p{L}.]*\s(?:[Nn]o|[Nn]umber|[Nn]um[ée]ro)\.?\s?[:：]$/u;

/** Between two fields on a line: "Name: Ann Roe   Relationship: Neighbour" */
const WIDE_BLANK = /\s{2,}(?=[^\s:：][^:：]{0,40}[:：](?:\s|$))/;

/** "City: Elm Province: ON", as in the text of a PDF form: a line for each label. */
export function withLineForEach(line: Line): Line[] {
  const [, label = '', number, rest] = NUMBER_BESIDE.exec(line.text) ?? [];
  if (number && rest && /phone/.test(fieldKind(label) ?? ''))
    return [{ ...line, text: `${label}: ${number}` }, ...withLineForEach({ ...line, text: rest })];
  const pieces = line.text.length < 400 ? line.text.split(/(?<=[:：])\s+/) : [];
  const apart = line.text.length < 400 ? line.text.split(WIDE_BLANK) : [];
  if (apart.length > 1 && apart.some((piece) => labelIn(piece)))
    return apart.flatMap((text) => withLineForEach({ ...line, text }));
  if (pieces.length < 3) return [line];
  const isOfOffice = namesOffice(pieces[0]?.replace(/\s*[:：]$/, '') ?? '');
  if (!isOfOffice && labelIn(line.text) === null) return [line];
  const starts = pieces.map((piece, index) => {
    if (index === 0 || !/[:：]$/.test(piece)) return -1;
    // The blank of a form ends in "·".
    const dotted = /(?<=·\s)[^·]+[:：]$/.exec(piece);
    if (dotted && fieldKind(dotted[0].slice(0, -1))) return dotted.index;
    const words = [...piece.matchAll(/\S+/g)].slice(-MAX_LABEL_WORDS);
    const numbered = NUMBER_LABEL.exec(piece);
    if (numbered && numbered.index > 0) return numbered.index;
    const known = words.find(({ index: start }) => start > 0 && labelKind(piece.slice(start, -1)));
    if (known) return known.index;
    const parted = /(?<=[;,]\s+)[^;,:：]+[:：]$/.exec(piece);
    return parted && fieldKind(parted[0].slice(0, -1)) ? parted.index : -1;
  });
  if (starts.every((start) => start < 0)) return [line];
  const texts = [''];
  for (const [index, piece] of pieces.entries()) {
    const start = starts[index] ?? -1;
    texts.push(`${texts.pop()} ${start < 0 ? piece : piece.slice(0, start)}`.trim());
    if (start >= 0) texts.push(piece.slice(start));
  }
  const isMarked = texts.slice(0, -1).every((text) => /[;,]$/.test(text));
  return texts.map((text) => ({ ...line, text: text.replace(isMarked ? /\s?[;,·]$/ : /\s·$/, '') }));
}

/** A label over its value: "PHONE:", "NAME OF FIRM: (as in the directory)". */
const LABEL_CELL = /^[^:：@]{2,60}[:：](?:\s*\([^()]*\))?$/;
const isLabelCell = ({ text }: Line): boolean => LABEL_CELL.test(text) || isNameKind(labelKind(text));

/** Whether a row holds labels of a form, over a row of values: no header of a list. */
export const isLabelRow = (row: readonly string[]): boolean =>
  row.length > 1 && row.every((cell) => LABEL_CELL.test(cell));

/** Fewer may be a list with a header. */
const MIN_LABEL_ROWS = 2;

/** The cells of the rows with nothing but known labels, where several of them stand each over a row of answers. */
function cellsOverAnswers(rows: readonly (readonly Line[])[]): ReadonlySet<Line> {
  // How many cells in front are labels: asked once, since a list may have thousands of rows.
  const read = rows.map((row) => {
    const other = row.findIndex(({ text }) => fieldKind(text) === undefined);
    return { row, table: row[0]?.cell?.table, labels: other < 0 ? row.length : other };
  });
  const isSaid = ({ row, labels }: (typeof read)[number]): boolean => labels === row.length;
  const over = read.filter((one, index) => {
    const below = read[index + 1];
    return one.table !== undefined && isSaid(one) && below?.table === one.table && !isSaid(below);
  });
  const tables = Map.groupBy(
    over.map(({ row }) => row),
    ([first]) => first?.cell?.table,
  );
  // Labels in the first column stand beside their answers.
  const beside = new Set(read.flatMap((one) => (one.labels > 0 && !isSaid(one) ? one.table : [])));
  const found = [...tables].flatMap(([table, labels]) =>
    labels.length >= MIN_LABEL_ROWS && labels.some((row) => row.length > 1) && !beside.has(table)
      ? labels
      : [],
  );
  return new Set(found.flat());
}

/** Rows of labels, each over a row of values, as in the text of a PDF form: a line for each label and its value. */
export function withLabelRows(lines: readonly Line[]): readonly Line[] {
  const rows = [...Map.groupBy(lines, ({ cell }) => cell && `${cell.table} ${cell.row}`)];
  const written = new Map<Line, Line[]>();
  const saidCells = cellsOverAnswers(rows.map(([, row]) => row));
  const isLabel = (cell: Line): boolean => isLabelCell(cell) || saidCells.has(cell);
  for (const [index, [key, labels]] of rows.entries()) {
    const [below, values = []] = rows[index + 1] ?? [];
    const isLabelled =
      key !== undefined && (labels.length > 1 || saidCells.has(labels[0] as Line)) && labels.every(isLabel);
    if (!isLabelled || written.has(labels[0] as Line)) continue;
    const isFilled = below !== undefined && values.length <= labels.length && !values.some(isLabel);
    for (const label of labels) {
      const value = isFilled ? values.find(({ cell }) => cell?.column === label.cell?.column) : undefined;
      const { cell: _, ...line } = label;
      written.set(label, [
        {
          ...line,
          text: `${label.text.replace(/\s*\([^()]*\)$/, '').replace(/\s*[:：]?$/, ':')} ${value?.text ?? ''}`.trim(),
        },
      ]);
    }
    if (isFilled) for (const value of values) written.set(value, []);
  }
  return written.size === 0 ? lines : lines.flatMap((line) => written.get(line) ?? line);
}
