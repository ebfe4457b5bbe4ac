/**
 * Finds the fields of filled-in forms among lines: labels and values side by side, in one line, or one over the other.
 */
import { findPhones } from '../details/phones.ts';
import { asksForAccount, asksForSomebody } from '../lines/asked-person.ts';
import {
  asksForHouseNumber,
  asksForNameAndAddress,
  type FieldKind,
  kindByWords,
} from '../lines/field-labels.ts';
import type { Line } from '../lines/line.ts';
import { isTitle } from '../names/titles.ts';
import { isPerhapsOrganisation } from '../organisations/by-position.ts';
import { ticked } from './choices.ts';
import { isPlace } from './columns-by-content.ts';
import { answersUnasked } from './consent-values.ts';
import type { Label } from './form-labels.ts';
import { LabelsInLines, PLAIN_LABEL } from './labels-in-lines.ts';
import { isPerson, isPersonSaid } from './owners.ts';
import { isNameKind, namesOffice } from './row-name.ts';
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

const MAX_VALUE_LINES = 6;
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

const RULE = /^[-=_*~#]{3,}$/;

/** "Billing name and address": a name over an address, and perhaps a number. */
function withAddressBelow(field: Field): Field[] {
  const [name = '', ...below] = field.values;
  const isOver = field.kind === 'name' || isPerson(name);
  if (!asksForNameAndAddress(field.label) || below.length === 0 || !isOver) return [field];
  const number = findPhones(below.at(-1) ?? '').length > 0 ? below.splice(-1) : [];
  return [
    { ...field, kind: 'name', values: [name] },
    { ...field, kind: 'address', label: 'Address', values: below },
    ...(number.length > 0 ? [{ ...field, kind: 'phone' as const, label: 'Phone', values: number }] : []),
  ];
}

/** "Ann Roe (ann@…)", "Ann Roe <ann@…>" */
const WITH_MAILBOX = /^([^()<>@]{3,60}) [(<]([^\s()<>@]+@[^\s()<>@]+)[)>]$/u;

/** "Respondent: Ann Roe (ann@…)" above the answers: the name and the address, where the form has no other. */
function withMailboxBeside(fields: readonly Field[]): Field[] {
  const pairs = fields.flatMap((field) => {
    const { kind, label, values } = field;
    const isAsked = kind === 'name' || asksForAccount(label);
    const match = isAsked && values.length === 1 ? WITH_MAILBOX.exec(values[0] ?? '') : null;
    const [, name = '', address = ''] = match ?? [];
    return isPerson(name) ? [{ field, name, address }] : [];
  });
  const [only] = pairs;
  if (!only || pairs.length > 1 || fields.some(({ kind }) => kind === 'email')) return [...fields];
  return fields.flatMap((field): Field[] =>
    field === only.field
      ? [
          { ...field, kind: 'name', isKnown: true, values: [only.name] },
          { ...field, kind: 'email', label: 'E-mail', isKnown: true, values: [only.address] },
        ]
      : [field],
  );
}

/** Of a person where a place stands beside it; also of what is offered or asked for. */
const LOCATION = /^\W*(?:location|localisation|lieu)\W*$/i;

/** As programs write them, in small letters. */
const ROLE_OF_PROGRAM =
  /^(?:subscriber|contributor|author|editor|administrator|customer|user|guest|abonné|contributeur|auteur|utilisateur|client)$/;

const MAILBOX = /^[^\s@]+@[^\s@]+$/;

/** A field by what stands in it: "Do you work for an organization? Yes" is no employer. */
function answered(field: Field): Field {
  const [value = '', ...others] = field.values;
  if (others.length > 0 && field.kind !== 'title') return field;
  // "At which address may we write to you?"
  const isOfWriter = field.kind === 'address' || /(?<!\p{L})(?:you|vous)(?!\p{L})/iu.test(field.label);
  if (isOfWriter && field.kind !== 'email' && MAILBOX.test(value))
    return { ...field, kind: 'email', isKnown: true };
  if (field.kind !== 'consent' && YES_OR_NO.test(value)) return { ...field, kind: 'other' };
  // "Legal name", which organisations have too
  if (field.kind === 'company' && /^\W*(?:full )?legal name\W*$/i.test(field.label) && isPerson(value))
    return { ...field, kind: 'name' };
  // "Roles: Set-up crew, scrutineer": for what somebody offers help
  if (field.kind === 'title' && /s\W*$/i.test(field.label) && !isTitle(value))
    return { ...field, kind: 'other' };
  if (LOCATION.test(field.label) && isPlace(value)) return { ...field, kind: 'city', isKnown: true };
  // "For a group? Yes - Elm Choir"
  const [, named] = /^(?:yes|oui)\s?[-–—:,]\s(\p{Lu}.*)$/iu.exec(value) ?? [];
  if (named && field.kind === 'company') return { ...field, values: [named] };
  // "Status: Unsubscribed"
  if (field.kind === 'other' && answersUnasked({ label: field.label, value }))
    return { ...field, kind: 'consent', isKnown: true };
  // "Role: subscriber", of a program
  if (field.kind === 'title' && ROLE_OF_PROGRAM.test(value)) return { ...field, kind: 'other' };
  // "Media: Radio Elm" beside whoever asks
  if (field.kind === 'contact' && kindByWords(field.label) === 'company' && isPerhapsOrganisation(value))
    return { ...field, kind: 'company' };
  const isUnsaid = field.kind === 'other' || field.kind === 'contact';
  return isUnsaid && asksForSomebody(field.label) && isPersonSaid(value)
    ? { ...field, kind: 'name', isKnown: true }
    : field;
}

const MAX_SECTION = 90;
/** "Coordonnées du terrain", "Renseignements sur le promoteur", "Section B", "Property information" */
const NAMES_SECTION =
  /^(?:(?:section|partie|part|[ée]tape|step) (?:[A-Z]|\d{1,2})(?!\p{L})|coordonn[ée]es (?:d|[àa] )|renseignements (?:sur|concernant|relatifs|g[ée]n)|identification d|informations? (?:sur|about|concernant|relative|g[ée]n)|[^:?]{3,40} information$)/iu;
/** "Section 2 – Contact person" */
const NUMBER_OF_SECTION =
  /^(?:section|partie|part|annexe|[ée]tape|step) (?:[A-Z]|\d{1,2})\s?[–—:.-]\s?(?=\p{L})/iu;
const DECORATION = /^[\s\-=~#*_•]+|[\s\-=~#*_:]+$/g;

/** The lines of a source, with the labels among them. */
export class FormLines {
  readonly #lines: readonly Line[];
  readonly #labels: LabelsInLines;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#labels = new LabelsInLines(lines);
  }

  /** The label of a line, and the value if one follows the colon. */
  labelOf(line: Line): Label | null {
    return this.#labels.labelOf(line);
  }

  /** Whether a line that could be a label answers the one before: "Title" over "Director", "Langue" over "French". */
  #isAnswer(line: Line, kind: FieldKind, open: Field | undefined, next: Line | undefined): boolean {
    if (this.#labels.isInColumn(line)) return false;
    const isAnnounced = /[:：]\s*$/.test(line.text);
    if (!open || open.values.length > 0) {
      // "Primary contact" over a name
      const isOverName = (): boolean => asksForSomebody(line.text) && isPersonSaid(next?.text ?? '');
      return kind === 'contact' && !isAnnounced && !isOverName();
    }
    if (isAnnounced || /\*\s*$/.test(line.text) || PLAIN_LABEL.test(line.text)) return false;
    if (kind === 'contact' || (kind === 'language' && open.kind === 'language')) return true;
    return next === undefined || this.labelOf(next) !== null;
  }

  /** The words of a line above a section: "--- Parent ---", "PARENT", a heading; empty for any other. */
  #sectionOf(index: number, open: Field | undefined): string {
    const { text = '', heading, cell } = this.#lines[index] ?? {};
    if (text.length > MAX_SECTION || text.includes('@')) return '';
    const bare = text.replace(DECORATION, '').replace(/^\d{1,2}[.)]\s*(?=\p{L})/u, '');
    const next = this.#lines[index + 1];
    if (!/\p{L}{3}/u.test(bare)) return '';
    const isInCapitals = cell === undefined && !/[a-zà-ÿ\d]/.test(bare);
    const below = next && this.labelOf(next);
    // "President" over "First name", not as an answer
    const isOffice = open?.values.length !== 0 && isNameKind(below?.kind) && namesOffice(bare);
    const isMarked =
      (isInCapitals && NUMBER_OF_SECTION.test(text)) ||
      [index - 1, index + 1].every((at) => RULE.test(this.#lines[at]?.text ?? '')) ||
      /^[-=~#*_]{2,}/.test(text) ||
      heading ||
      (below && (isInCapitals || isOffice || NAMES_SECTION.test(bare)));
    return isMarked ? bare.replace(NUMBER_OF_SECTION, '') : '';
  }

  #headsLabel(index: number): boolean {
    const [line, next] = this.#lines.slice(index, index + 2);
    // A row of its own is no label beside a value.
    const isBeside = line?.cell !== undefined && !(line.heading && line.cell.row !== next?.cell?.row);
    if (line === undefined || next === undefined || isBeside) return false;
    const below = this.labelOf(next);
    // "SPONSOR" over "Name: Ann Roe"
    const isInline = below !== null && below.value !== '' && !/[:：?*]\s*$/.test(line.text);
    return below !== null && (isInline || (line.heading && next.cell !== undefined));
  }

  /** All fields with their values, in order. */
  fields(): Field[] {
    const fields: Field[] = [];
    let isInline = false;
    let section = '';
    for (const [index, line] of this.#lines.entries()) {
      const open = fields.at(-1);
      const isNext = open !== undefined && open.to === index;
      if (RULE.test(line.text)) {
        // Between a label and its value, or behind both.
        if (isNext && open.values.length === 0) open.to = index + 1;
        continue;
      }
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
        // "First name" over "Prénom"
        if (isNext && open.values.length === 0 && !value && kind === open.kind && kind !== 'other') {
          open.to = index + 1;
          continue;
        }
        // Where the other labels have their value on the same line, nothing after the colon means an empty value.
        isInline = value !== '' || (isInline && isNext);
        fields.push({
          kind,
          label: label.label,
          values: value ? [ticked(value)] : [],
          from: index,
          to: index + 1,
          section,
          isKnown:
            (kind !== 'other' && kind !== 'note') ||
            kindByWords(label.label) !== undefined ||
            asksForHouseNumber(label.label),
        });
        continue;
      }
      const head = this.#sectionOf(index, isNext ? open : undefined);
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
        ((open.kind === 'address' || asksForNameAndAddress(open.label)) &&
          open.values.length < MAX_VALUE_LINES &&
          isMore) ||
        isSame;
      if (goesOn) Object.assign(open, { values: [...open.values, ticked(line.text)], to: index + 1 });
    }
    return withMailboxBeside(fields.flatMap(withAddressBelow)).map(answered);
  }
}
