/**
 * Finds the fields of filled-in forms among lines: labels and values side by side, in one line, or one over the other.
 */
import { type FieldKind, fieldKind, kindByWords } from '../lines/field-labels.ts';
import { labelKind } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { isPerson } from './owners.ts';
import { isNameKind } from './row-name.ts';
import { YES_OR_NO } from './table-row.ts';

/** A label with what somebody filled in. */
export interface Field {
  kind: FieldKind;
  label: string;
  values: string[];
  from: number;
  /** Index of the line behind its last. */
  to: number;
  /** The label, or some word of it, says what it asks for. */
  isKnown: boolean;
  /** The words above its section; empty where none stand there. */
  section: string;
}

/** "From: WordPress <…>" above a form names the sender of the message, not the person. */
const HEADER_LABEL = /^(?:from|to|cc|bcc|reply-to|de|à|cci|répondre à)$/i;

interface Label {
  kind: FieldKind;
  label: string;
  value: string;
}

const MAX_LABEL = 120;
const MAX_VALUE_LINES = 6;
/** Labels that stand for nothing else; words like "Director" and "French" are answers too. */
const PLAIN_LABEL =
  /^(?:(?:full |complete |contact |your |first |last )?name|nom(?: complet| de famille)?|votre nom|(?:votre )?prénom|company|organi[sz]ation|organisme|title|titre|job title|fonction|phone|téléphone|e-?mail|courriel|address|adresse|city|ville|province|country|pays|website)$/i;
/** Fewer may stand in any table of two columns. */
const MIN_LABELS = 3;

/** The cells of the first column of tables where it holds labels: what no dictionary knows is a label there too. */
function labelCells(lines: readonly Line[]): ReadonlySet<Line> {
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
  return new Set(found);
}

const isSameCell = (one: Line, other: Line): boolean =>
  one.cell !== undefined &&
  one.cell.table === other.cell?.table &&
  one.cell.row === other.cell.row &&
  one.cell.column === other.cell.column;

const isBesideLabel = (line: Line, before: Line | undefined): boolean =>
  line.cell !== undefined &&
  before?.cell?.table === line.cell.table &&
  before.cell.row === line.cell.row &&
  before.cell.column < line.cell.column;

/** The row below, with nothing in the column of the labels. */
const isBelowValue = (line: Line, before: Line | undefined): boolean =>
  line.cell !== undefined &&
  line.cell.column > 0 &&
  before?.cell?.table === line.cell.table &&
  before.cell.column === line.cell.column &&
  before.cell.row === line.cell.row - 1;

/** "NAME OF FIRM: (as you wish it to appear)": how to fill it in. */
const HINT = /^(?:\*|\([^()]+\))$/;

const SAYS_SOMETHING = /\s(?:has|have|had|was|were|will be|a été|ont été|sera)\s[^?]*$/;

const NUMBER = /^[+(]?\d[\d\s().-]{8,}$/;

/** The label in a line, and the value if one follows the colon. */
function labelIn(line: string): Label | null {
  const text = line.replace(/^(?:[•·▪-]\s*|\*\s+)/, '');
  const colon = text.length < 600 ? text.search(/[:：]/) : -1;
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
    if (isKnown || (rest !== '' && (OF_PERSON.test(label) || NUMBER.test(rest))))
      return { kind: 'other', label, value };
    if (rest !== '') return null;
  }
  // "Dear Town of Elm,"
  const alone = text.length < MAX_LABEL && !/[,;.!]$/.test(text) ? text : '';
  // "The town has sent the report below"
  if (SAYS_SOMETHING.test(alone)) return null;
  const isAsked = /\?$/.test(alone) || (/\*$/.test(alone) && kindByWords(alone) !== undefined);
  // "Elm City Choir"
  if (alone && labelKind(alone) === undefined && !/\s\p{Ll}{4}/u.test(alone) && isOrganisation(alone))
    return null;
  const kind = alone ? (fieldKind(alone) ?? (isAsked ? 'other' : undefined)) : undefined;
  return kind ? { kind, label: alone, value: '' } : null;
}

function labelOfCell(text: string): Label {
  const label = text.replace(/\s*[:：]$/, '');
  return { kind: fieldKind(label) ?? 'other', label, value: '' };
}

/** "☐ French ☑ English", "[ ] French [x] English": what is chosen of several. */
function ticked(line: string): string {
  const written = line.replace(/^\*\s+/, '');
  const value = written.replace(/\[ ?\]/g, '☐').replace(/\[x\]/gi, '☑');
  if (!/[☐□◯○]/u.test(value) || !/[☑☒✓✔✅◉●⦿]/u.test(value)) return written;
  const chosen = value.split(/(?=[☐□◯○☑☒✓✔✅◉●⦿])/u).filter((part) => /^[☑☒✓✔✅◉●⦿]/u.test(part));
  return chosen.map((part) => part.slice(1).trim()).join(', ');
}

/** Labels that ask for somebody, where a name stands beside them: "Project lead", "Personne autorisée à signer". */
const OF_PERSON =
  /^\W*(?:\d[\d.]*\s)?(?:personne|person|responsable|signataire|repr[ée]sentant|mandataire|project (?:lead|manager)|authori[sz]ed|signing|applied by|contributor|contact|primary contact|charg[ée]e? de projet)(?!\p{L})/iu;

/** A field by what stands in it: "Do you work for an organization? Yes" is no employer. */
function answered(field: Field): Field {
  const [value = '', ...others] = field.values;
  if (others.length > 0) return field;
  if (field.kind !== 'consent' && YES_OR_NO.test(value)) return { ...field, kind: 'other' };
  // "For a group? Yes - Elm Choir"
  const [, named] = /^(?:yes|oui)\s?[-–—:,]\s(\p{Lu}.*)$/iu.exec(value) ?? [];
  if (named && field.kind === 'company') return { ...field, values: [named] };
  const isUnsaid = field.kind === 'other' || field.kind === 'contact';
  return isUnsaid && OF_PERSON.test(field.label) && isPerson(value)
    ? { ...field, kind: 'name', isKnown: true }
    : field;
}

const MAX_SECTION = 70;
const DECORATION = /^[\s\-=~#*_•]+|[\s\-=~#*_:]+$/g;

/** The lines of a source, with the labels among them. */
export class FormLines {
  readonly #lines: readonly Line[];
  readonly #labels: ReadonlySet<Line>;
  /** A line is asked for itself, as what follows others, and as what may head a section. */
  readonly #read = new Map<Line, Label | null>();

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#labels = labelCells(lines);
  }

  /** The label of a line, and the value if one follows the colon. */
  labelOf(line: Line): Label | null {
    const known = this.#read.get(line);
    if (known !== undefined) return known;
    const label = this.#labels.has(line) ? labelOfCell(line.text) : labelIn(line.text);
    this.#read.set(line, label);
    return label;
  }

  /** Whether a line that could be a label answers the one before: "Title" over "Director", "Langue" over "French". */
  #isAnswer(line: Line, kind: FieldKind, open: Field | undefined, next: Line | undefined): boolean {
    if (this.#labels.has(line)) return false;
    const isAnnounced = /[:：]\s*$/.test(line.text);
    if (!open || open.values.length > 0) return kind === 'contact' && !isAnnounced;
    if (isAnnounced || /\*\s*$/.test(line.text) || PLAIN_LABEL.test(line.text)) return false;
    if (kind === 'contact' || (kind === 'language' && open.kind === 'language')) return true;
    return next === undefined || this.labelOf(next) !== null;
  }

  /** The words of a line above a section: "--- Parent ---", "PARENT", a heading; empty for any other. */
  #sectionOf(index: number): string {
    const { text = '', heading, cell } = this.#lines[index] ?? {};
    if (text.length > MAX_SECTION || text.includes('@')) return '';
    const bare = text.replace(DECORATION, '');
    const next = this.#lines[index + 1];
    if (!/\p{L}{3}/u.test(bare)) return '';
    const isInCapitals = cell === undefined && !/[a-zà-ÿ\d]/.test(bare);
    const isMarked =
      /^[-=~#*_]{2,}/.test(text) ||
      heading ||
      (isInCapitals && next !== undefined && this.labelOf(next) !== null);
    return isMarked ? bare : '';
  }

  #headsLabel(index: number): boolean {
    const [line, next] = this.#lines.slice(index, index + 2);
    return line?.heading === true && next?.cell !== undefined && !line.cell && this.labelOf(next) !== null;
  }

  /** All fields with their values, in order. */
  fields(): Field[] {
    const fields: Field[] = [];
    let isInline = false;
    let section = '';
    for (const [index, line] of this.#lines.entries()) {
      const open = fields.at(-1);
      const isNext = open !== undefined && open.to === index;
      const before = this.#lines[index - 1];
      const isCellOfLabel = isNext && open.values.length === 0 && isBesideLabel(line, before);
      const said = this.labelOf(line);
      // "Home address" over "Address"
      const own = said?.value === '' && this.#headsLabel(index) ? null : said;
      // "Address" beside "Street: 12 Elm St" over "City: Elm": the parts have labels of their own.
      const label = isCellOfLabel && !own?.value ? null : own;
      if (
        label &&
        (label.value || !this.#isAnswer(line, label.kind, isNext ? open : undefined, this.#lines[index + 1]))
      ) {
        const { kind, value } = label;
        // Where the other labels have their value on the same line, nothing after the colon means an empty value.
        isInline = value !== '' || (isInline && isNext);
        fields.push({
          kind,
          label: label.label,
          values: value ? [ticked(value)] : [],
          from: index,
          to: index + 1,
          section,
          isKnown: (kind !== 'other' && kind !== 'note') || kindByWords(label.label) !== undefined,
        });
        continue;
      }
      const head = this.#sectionOf(index);
      if (head !== '') section = head;
      if (!isNext || head !== '') continue;
      const isBlank = /[:：]\s*$/.test(before?.text ?? '') && line.rise < (before?.rise ?? 0) && isInline;
      isInline = false;
      if (isBlank) continue;
      const isSame = before !== undefined && isSameCell(line, before);
      // "Address line 2: Apt. 8" has a label of its own.
      const isMore =
        line.cell === undefined && !line.heading && !/[?:]$|^[^:\d][^:]{2,50}:\s/.test(line.text);
      const goesOn =
        open.values.length === 0 ||
        isBelowValue(line, before) ||
        (open.kind === 'address' && open.values.length < MAX_VALUE_LINES && isMore) ||
        isSame;
      if (goesOn) Object.assign(open, { values: [...open.values, ticked(line.text)], to: index + 1 });
    }
    return fields.map(answered);
  }
}

const MAX_LABEL_WORDS = 3;

/** "City: Elm Province: ON", as in the text of a PDF form: a line for each label. */
export function withLineForEach(line: Line): Line[] {
  const pieces = line.text.length < 400 ? line.text.split(/(?<=[:：])\s+/) : [];
  if (pieces.length < 3 || labelIn(line.text) === null) return [line];
  const starts = pieces.map((piece, index) => {
    if (index === 0 || !/[:：]$/.test(piece)) return -1;
    const parted = /(?<=[;,]\s+)[^;,:：]+[:：]$/.exec(piece);
    if (parted && fieldKind(parted[0].slice(0, -1))) return parted.index;
    const words = [...piece.matchAll(/\S+/g)].slice(-MAX_LABEL_WORDS);
    return words.find(({ index: start }) => start > 0 && labelKind(piece.slice(start, -1)))?.index ?? -1;
  });
  if (starts.every((start) => start < 0)) return [line];
  const texts = [''];
  for (const [index, piece] of pieces.entries()) {
    const start = starts[index] ?? -1;
    texts.push(`${texts.pop()} ${start < 0 ? piece : piece.slice(0, start)}`.trim());
    if (start >= 0) texts.push(piece.slice(start));
  }
  const isMarked = texts.slice(0, -1).every((text) => /[;,]$/.test(text));
  return texts.map((text) => ({ ...line, text: isMarked ? text.replace(/[;,]$/, '') : text }));
}
