/**
 * Reads filled-in forms: a label and its value on each line ("First Name" over "Selena", "Courriel : …"), in a
 * definition list, or in a table with the labels in its first column. Each form becomes one row that `readRow` reads.
 */
import { type CapturedContact, fillGaps, withProvenance } from '../captured-contact.ts';
import { findEmails } from '../details/email-addresses.ts';
import { type FieldKind, fieldKind, kindByWords, whomIn } from '../lines/field-labels.ts';
import { labelKind } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';
import { parseName } from '../names/names.ts';
import { isPerhapsOrganisation } from '../organisations/by-position.ts';
import { isOrganisation } from '../organisations/organisations.ts';
import { peopleInRow } from './owners.ts';
import { isNameKind } from './row-name.ts';
import { settle, tellNamesApart } from './settle-kinds.ts';
import { readRow } from './table-row.ts';

interface Field {
  kind: FieldKind;
  label: string;
  values: string[];
  from: number;
  /** Index of the line behind its last. */
  to: number;
  /** The label, or some word of it, says what it asks for. */
  isKnown: boolean;
}

export interface FormReading {
  contacts: CapturedContact[];
  rest: Line[];
}

const MAX_LABEL = 120;
const MAX_VALUE_LINES = 4;
/** Questions without a known label may stand between those with one; further away, the next label is another form's. */
const MAX_LINES_BETWEEN = 12;
const namesSomebody = (kind: FieldKind): boolean => isNameKind(kind) || kind === 'company';
/** Labels that stand for nothing else; words like "Director" and "French" are answers too. */
const PLAIN_LABEL =
  /^(?:(?:full |complete |contact |your |first |last )?name|nom(?: complet| de famille)?|votre nom|(?:votre )?prénom|company|organi[sz]ation|organisme|title|titre|job title|fonction|phone|téléphone|e-?mail|courriel|address|adresse|city|ville|province|country|pays|website)$/i;

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

/** Checked first, since it is quick: some word of every label for a name. */
const MAY_NAME =
  /name|nom|person|organi|compan|entreprise|donor|donat|attendee|registrant|participant|applicant|subscriber|purchaser|customer|identit|exp[ée]dit|sender|parent|guardian|tut[eo]r|titulaire|holder|demandeu|buyer|achet/i;

/** "From: WordPress <…>" above a form names the sender of the message, not the person. */
const HEADER_LABEL = /^(?:from|to|cc|bcc|reply-to|de|à|cci|répondre à)$/i;

/** The label of a line, and the value if one follows the colon. */
function labelOf(line: Line): { kind: FieldKind; label: string; value: string } | null {
  const text = line.text.replace(/^[•·▪-]\s*/, '');
  const colon = text.length < 600 ? text.search(/[:：]/) : -1;
  if (colon > 0 && colon < MAX_LABEL) {
    const [label, rest] = [text.slice(0, colon), text.slice(colon + 1).trim()];
    if (HEADER_LABEL.test(label.trim())) return null;
    // "First name:*"
    const value = rest === '*' ? '' : rest;
    const said = fieldKind(label);
    // "Nom : ann@…", in a mail whose labels went wrong
    const kind = isNameKind(said) && /^\S+@\S+$/.test(value) ? 'email' : said;
    if (kind) return { kind, label, value };
    // "Nominee's name: Ann Roe": what no dictionary knows may still say whom it is about.
    if (rest !== '' && kindByWords(label)) return { kind: 'other', label, value: rest };
  }
  // "Dear Town of Elm,"
  const alone = text.length < MAX_LABEL && !/[,;.!]$/.test(text) ? text : '';
  const isAsked = /\?$/.test(alone) || (/\*$/.test(alone) && kindByWords(alone) !== undefined);
  const kind = alone ? (fieldKind(alone) ?? (isAsked ? 'other' : undefined)) : undefined;
  return kind ? { kind, label: alone, value: '' } : null;
}

/** "☐ French ☑ English": what is chosen of several. */
function ticked(value: string): string {
  if (!/[☐□◯○]/u.test(value) || !/[☑☒✓✔✅◉●⦿]/u.test(value)) return value;
  const chosen = value.split(/(?=[☐□◯○☑☒✓✔✅◉●⦿])/u).filter((part) => /^[☑☒✓✔✅◉●⦿]/u.test(part));
  return chosen.map((part) => part.slice(1).trim()).join(', ');
}

/** Whether a line that could be a label answers the one before: "Title" over "Director", "Langue" over "French". */
function isAnswer(line: Line, kind: FieldKind, open: Field | undefined, next: Line | undefined): boolean {
  if (!open || open.values.length > 0) return kind === 'contact';
  if (/[:：*]\s*$/.test(line.text) || PLAIN_LABEL.test(line.text)) return false;
  if (kind === 'contact' || (kind === 'language' && open.kind === 'language')) return true;
  return next === undefined || labelOf(next) !== null;
}

/** All fields with their values, in order. */
function fieldsOf(lines: readonly Line[]): Field[] {
  const fields: Field[] = [];
  let isInline = false;
  for (const [index, line] of lines.entries()) {
    const open = fields.at(-1);
    const isNext = open !== undefined && open.to === index;
    const before = lines[index - 1];
    const isCellOfLabel = isNext && open.values.length === 0 && isBesideLabel(line, before);
    const own = labelOf(line);
    // "Address" beside "Street: 12 Elm St" over "City: Elm": the parts have labels of their own.
    const label = isCellOfLabel && !own?.value ? null : own;
    if (label && (label.value || !isAnswer(line, label.kind, isNext ? open : undefined, lines[index + 1]))) {
      const { kind, value } = label;
      // Where the other labels have their value on the same line, nothing after the colon means an empty value.
      isInline = value !== '' || (isInline && isNext);
      fields.push({
        kind,
        label: label.label,
        values: value ? [ticked(value)] : [],
        from: index,
        to: index + 1,
        isKnown:
          kind !== 'other' || (fieldKind(label.label) !== 'other' && kindByWords(label.label) !== undefined),
      });
      continue;
    }
    if (!isNext) continue;
    const isBlank = /[:：]\s*$/.test(before?.text ?? '') && line.rise < (before?.rise ?? 0) && isInline;
    isInline = false;
    if (isBlank) continue;
    const isSame = before !== undefined && isSameCell(line, before);
    // "Address line 2: Apt. 8" has a label of its own.
    const isMore = line.cell === undefined && !/[?:]$|^[^:\d][^:]{2,50}:\s/.test(line.text);
    const goesOn =
      open.values.length === 0 ||
      isBelowValue(line, before) ||
      (open.kind === 'address' && open.values.length < MAX_VALUE_LINES && isMore) ||
      isSame;
    if (goesOn) Object.assign(open, { values: [...open.values, ticked(line.text)], to: index + 1 });
  }
  return fields;
}

const filled = (fields: readonly Field[], kind: FieldKind): Field | undefined =>
  fields.find((field) => field.kind === kind && field.values.length > 0);

/** A form with given name, family name and address is complete: a further name starts the next form. */
const isComplete = (fields: readonly Field[]): boolean =>
  (['first_name', 'last_name', 'email'] as const).every((kind) => filled(fields, kind));

/** "Buyer email" and "Attendee email" may stand in one form. */
function isAskedAgain(fields: readonly Field[], { kind, label }: Field): boolean {
  const before = filled(fields, kind);
  return before !== undefined && whomIn(before.label).join(' ') === whomIn(label).join(' ');
}

const isKnown = (field: Field): boolean => field.isKnown;

/** No form starts or ends with a question that no label is known for. */
const withoutMargins = (form: readonly Field[]): Field[] =>
  form.slice(Math.max(0, form.findIndex(isKnown)), form.findLastIndex(isKnown) + 1);

/** The fields of each form: a repeated name or address starts the next form. */
function formsOf(fields: readonly Field[]): Field[][] {
  const forms: Field[][] = [];
  for (const field of fields) {
    const own = forms.at(-1);
    const last = own?.findLast(isKnown);
    const isFar = last !== undefined && field.from - last.to > MAX_LINES_BETWEEN;
    const again =
      own !== undefined &&
      field.values.length > 0 &&
      (isNameKind(field.kind) || field.kind === 'email') &&
      (isAskedAgain(own, field) || (field.kind === 'name' && isComplete(own)));
    if (own && !isFar && !again) own.push(field);
    else forms.push([field]);
  }
  return forms.map(withoutMargins).filter((form) => form.length > 0);
}

/** "Nom de l'entreprise : Elm Bakery", as a shop fills a form in. */
const isCompanyBeside = ({ kind, values, from, to }: Field): boolean =>
  kind === 'company' && to === from + 1 && values.some((value) => isPerhapsOrganisation(value));

/** Fewer may stand in any signature. */
const MIN_FIELDS = 4;

/** "It was submitted by Ann Roe (ann@…)" above a form without an address: the only one around. */
function senderOf(lines: readonly Line[]): Field | undefined {
  const emails = new Set(lines.flatMap(({ text }) => findEmails(text).map(({ email }) => email)));
  return emails.size === 1
    ? { kind: 'email', label: 'E-mail', values: [...emails], from: 0, to: 0, isKnown: true }
    : undefined;
}

/** The one who filled a form in, and those whom it names besides. */
function readForm(written: readonly Field[], sender: Field | undefined): CapturedContact[] {
  const isMailed = sender && !filled(written, 'email') && written.filter(isKnown).length >= MIN_FIELDS;
  const fields = isMailed ? [...written, sender] : written;
  const email = filled(fields, 'email') ?? fields.find(({ label }) => kindByWords(label) === 'email');
  const names = (field: Field): boolean =>
    field.values.length > 0 &&
    (isNameKind(field.kind) || isNameKind(kindByWords(field.label)) || isCompanyBeside(field));
  const isForm =
    email !== undefined && findEmails(email.values.join(' ')).length > 0 && (isMailed || fields.some(names));
  if (!isForm) return [];
  const said = fields.filter((field) => field.values.length > 0);
  const kinds = said.map((field) => field.kind);
  const labels = said.map((field) => field.label);
  settle(kinds, labels);
  const row = said.map((field) => field.values.join(' | '));
  tellNamesApart(kinds, [row]);
  return peopleInRow(labels, kinds, [row]).flatMap((person) => readRow(row, person.kinds, labels) ?? []);
}

const MAX_LABEL_WORDS = 3;

/** "City: Elm Province: ON", as in the text of a PDF form: a line for each label. */
function withLineForEach(line: Line): Line[] {
  const pieces = line.text.length < 400 ? line.text.split(/(?<=[:：])\s+/) : [];
  if (pieces.length < 3 || labelOf(line) === null) return [line];
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

/** Contacts of all filled-in forms; the lines that belong to none are handed back. */
export function readForms(written: readonly Line[], limit: number): FormReading {
  // The mark of a required question may stand on a line of its own.
  const lines = written.filter(({ text }) => text !== '*');
  const parted = lines.flatMap(withLineForEach);
  const found = parted.length > lines.length ? readFormLines(parted, limit) : undefined;
  return found && found.contacts.length > 0 ? found : readFormLines(lines, limit);
}

const isNameOfEmployer = (line: Line | undefined): boolean =>
  line?.heading === true &&
  (isOrganisation(line.text) || isPerhapsOrganisation(line.text)) &&
  parseName(line.text)?.clean !== true;

/** "Contact person: Ann Roe": in a directory, somebody to ask at what stands above. */
const TO_ASK = /^(?:contact|contact person|person to contact|personne[- ]ressource|responsable)$/i;

/** Nobody filled these in: whom they are about stands above the labels. */
const areEntries = (forms: readonly Field[][]): boolean =>
  forms.length > 1 &&
  forms.every((form) => form.every(({ kind, label }) => !isNameKind(kind) || TO_ASK.test(label.trim())));

function readFormLines(lines: readonly Line[], limit: number): FormReading {
  const hasName = lines.some((line) => {
    const own = MAY_NAME.test(line.text) ? labelOf(line) : null;
    return own !== null && (namesSomebody(own.kind) || isNameKind(kindByWords(own.label)));
  });
  if (!hasName) return { contacts: [], rest: [...lines] };
  const contacts: CapturedContact[] = [];
  const taken = new Set<Line>();
  const forms = formsOf(fieldsOf(lines));
  if (areEntries(forms)) return { contacts, rest: [...lines] };
  // In a directory each form stands under the name of an organisation, with whom to ask there.
  const headings = forms.map((form, index) =>
    lines.slice(forms[index - 1]?.at(-1)?.to ?? 0, form[0]?.from).findLast(({ heading }) => heading),
  );
  const isDirectory = forms.length > 1 && headings.every(isNameOfEmployer);
  const sender = forms.length === 1 ? senderOf(lines) : undefined;
  for (const [index, form] of forms.entries()) {
    const found = contacts.length < limit ? readForm(form, sender) : [];
    if (found.length === 0) continue;
    const over = isDirectory ? headings[index] : undefined;
    for (const contact of found)
      contacts.push(over ? fillGaps(contact, withProvenance({ company: over.text }, 'text')) : contact);
    if (over) taken.add(over);
    // "Please copy my assistant Ruth at ruth@…" in the message: somebody else's.
    const isOwn = (line: Line): boolean =>
      findEmails(line.text).every(({ email }) => found.some((contact) => email === contact.email?.value));
    for (const line of lines.slice(form[0]?.from, form.at(-1)?.to).filter(isOwn)) taken.add(line);
  }
  return { contacts, rest: lines.filter((line) => !taken.has(line)) };
}
