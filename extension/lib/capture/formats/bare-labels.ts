/** Reads "First Name Ann Last Name Roe", as in the text of a printed form: labels and values in a line, with nothing between them. */
import { findEmails } from '../details/email-addresses.ts';
import { findPhones } from '../details/phones.ts';
import { asksForHouseNumber, fieldKind } from '../lines/field-labels.ts';
import { type LabelKind, labelKind } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';

/** Most lines begin with no label, which is found out at once. */
const MAY_BEGIN =
  /^(?:full|first|last|given|family|sur|name|nom|pr[ée]nom|e-?mail|courriel|adresse|address|mailing|street|t[ée]l|phone|home|work|business|day|evening|cell|mobile|fax|city|ville|town|municipalit|postal|code|province|country|pays|job|position|title|titre|fonction|company|organi|contact|personne|applicant|num[ée]ro)/i;
const MAX_LINE = 200;
const MAX_LABEL_WORDS = 4;
const MAX_NAME_WORDS = 4;

/** Kinds of which labels and values are told apart without a mark. */
const KINDS: ReadonlySet<LabelKind> = new Set([
  'first_name',
  'last_name',
  'email',
  'phone',
  'mobile',
  'fax',
  'address',
  'city',
  'province',
  'postal_code',
  'country',
]);
/** Beside a label: "Name Ann Roe Telephone 902-555-0120". */
const ALSO =
  /^(?:(?:full )?name|nom|(?:job |position )?title|titre|fonction|company|organi[sz]ation|organisme|contact person|personne[- ]ressource|(?:applicant|contact)(?:'s)? name|name of (?:the )?(?:applicant|contact(?: person)?)|nom (?:du demandeur|du ou de la responsable|du responsable|de la personne-ressource))$/i;
/** So many lines with one label each, with somebody's name among them, are a form. */
const MIN_SINGLES = 3;

/** Of another field, which ends the value in front of it: "Initial M", "Unit 5", "Date of birth". */
const OTHER =
  /^(?:(?:middle )?initials?|middle name|initiales?|street name|nom de (?:la )?rue|(?:alternate|other) (?:phone )?number|autre num[ée]ro|(?:suite|apt|apartment|unit|appartement|app|bureau)(?:\/[\p{L}]+)*(?: (?:number|no|#))?|p\.?o\.? box|case postale|ext(?:ension)?|date(?: (?:of birth|de naissance))?|gender|sexe|age|âge)\.?$/iu;

interface Found {
  label: string;
  kind: LabelKind | 'other';
  words: number;
}

function kindOf(label: string): LabelKind | 'other' | undefined {
  if (!/^\p{Lu}.{2}/u.test(label) || /[\d.,;]$/.test(label)) return undefined;
  const kind = labelKind(label);
  if (kind && KINDS.has(kind)) return kind;
  if (ALSO.test(label)) return kind === 'title' || kind === 'company' ? kind : 'name';
  if (OTHER.test(label) || asksForHouseNumber(label)) return 'other';
  const said = label.includes(' ') ? fieldKind(label) : undefined;
  const isNumber = /\b(?:number|no|num[ée]ro)$/i.test(label) && (said === 'phone' || said === 'mobile');
  return isNumber ? said : undefined;
}

/** The longest label that begins at this word. */
function labelAt(words: readonly string[], at: number): Found | undefined {
  for (let count = MAX_LABEL_WORDS; count > 0; count -= 1) {
    const label = words.slice(at, at + count).join(' ');
    const kind = at + count <= words.length ? kindOf(label) : undefined;
    if (kind) return { label, kind, words: count };
  }
  return undefined;
}

/** Whether the value is such a one; what is not filled in is. */
function fits(kind: Found['kind'], value: string): boolean {
  if (value === '') return true;
  switch (kind) {
    case 'name':
      return value.includes(' ') && fits('last_name', value);
    case 'first_name':
    case 'last_name':
      return /^\p{Lu}[\p{L}'’. -]*$/u.test(value) && value.split(' ').length <= MAX_NAME_WORDS;
    case 'email':
      return /^\S+$/.test(value) && findEmails(value).length === 1;
    case 'phone':
    case 'mobile':
    case 'fax':
      return /^[+(\d]/.test(value) && findPhones(value).length === 1;
    case 'postal_code':
      return /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i.test(value);
    case 'city':
    case 'province':
    case 'country':
      return /^\p{Lu}[\p{L}'’.() -]*$/u.test(value);
    case 'address':
      return /\d/.test(value);
    case 'other':
      return /^[\p{Lu}\d]/u.test(value);
    default:
      return /^\p{Lu}[^@]*\p{L}$/u.test(value) && !/\d/.test(value);
  }
}

const isName = (kind: Found['kind']): boolean => /name$/.test(kind);

interface BareField extends Pick<Found, 'label' | 'kind'> {
  value: string;
}

/** The labels of a line with their values; null where it does not begin with a label. */
function fieldsIn(text: string): BareField[] | null {
  if (text.length > MAX_LINE || !MAY_BEGIN.test(text) || /[:：\t]/.test(text)) return null;
  const words = text.split(/\s+/).filter(Boolean);
  const found: (Found & { value: string[] })[] = [];
  for (let at = 0; at < words.length; ) {
    const label = labelAt(words, at);
    const open = found.at(-1);
    // "Address 5 Elm Street", "City Sherwood Town"
    const isOfValue = label && label.kind === open?.kind && label.kind !== 'other' && label.words === 1;
    if (label && !isOfValue) found.push({ ...label, value: [] });
    else if (!open) return null;
    else open.value.push(words[at] ?? '');
    at += label && !isOfValue ? label.words : 1;
  }
  const fields = found.map(({ label, kind, value }) => ({ label, kind, value: value.join(' ') }));
  return fields.every(({ kind, value }) => fits(kind, value)) ? fields : null;
}

/** Whether the line is nothing but labels with their values; one may be left blank. */
function isRow(fields: readonly BareField[]): boolean {
  const filled = fields.filter(({ value }) => value !== '');
  const isSaid = filled.some(({ kind, label }) => kind !== 'other' || asksForHouseNumber(label));
  const isOfSeveral = new Set(fields.map(({ label }) => label)).size > 1;
  const [first] = fields;
  return isSaid && isOfSeveral && first?.value !== '' && filled.length >= fields.length - 1;
}

const isFilled = ([field, ...others]: readonly BareField[]): boolean =>
  field !== undefined && others.length === 0 && field.kind !== 'other' && field.value !== '';

/** The lines, with one for each label, and a colon behind it. */
export function withBareLabels(lines: readonly Line[]): readonly Line[] {
  const read = lines.map((line) => (line.cell === undefined ? fieldsIn(line.text) : null));
  const found = read.filter((fields) => fields !== null);
  const singles = found.filter(isFilled);
  // Entries of a directory have "Phone 902-555-0120" too, under a name without a label.
  const isForm =
    found.some(isRow) ||
    (singles.length >= MIN_SINGLES && singles.some(([field]) => field !== undefined && isName(field.kind)));
  if (!isForm) return lines;
  return lines.flatMap((line, index) => {
    const fields = read[index];
    if (!fields || !(isRow(fields) || isFilled(fields))) return line;
    return fields.map(({ label, value }) => ({ ...line, text: `${label}: ${value}`.trim() }));
  });
}
