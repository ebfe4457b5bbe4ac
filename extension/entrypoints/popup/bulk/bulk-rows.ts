/** The bulk review: its rows, what prevents sending each, and what will be sent. Pure. */
import { needsDescription, type WritableConsentStatus } from '../../../../shared/consent.ts';
import { CONTACT_FIELDS, type ContactField } from '../../../../shared/contact-fields.ts';
import { readEmail } from '../../../../shared/email-address.ts';
import { emailKey } from '../../../../shared/email-key.ts';
import { BULK_MAX_PEOPLE } from '../../../../shared/limits.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { isDescriptionOverlong, isOverlong, overlongFields } from '../../../components/add/field-limits.ts';
import type { OutboxItem } from '../../../lib/outbox/outbox-item.ts';
import type { WaitingByAddress } from '../../../lib/outbox/pending-contact.ts';
import type { ConsentBasis } from '../../../lib/settings/settings.ts';
import { chooseStatus, describe, type FormDefaults, statusOfGround } from '../form/add-form.ts';
import { withoutFirstTags } from '../form/first-tags.ts';
import type { AddForm } from '../form/form-fields.ts';
import { answersByAddress, dayOfYes, FOR_ONE, isAgainstAdd, isUnrecordedNo } from '../form/list-answer.ts';

export interface BulkRow {
  id: number;
  form: AddForm;
  ticked: boolean;
  /** Whether `form` has a consent of its own; otherwise the decision for all applies. */
  hasOwnConsent: boolean;
  /** Values that were too long, as they stood before somebody corrected them. */
  overlong?: Partial<Record<ContactField, string>>;
}

/** Why a row cannot be sent; null when it can. */
export type RowObstacle =
  | { kind: 'wrong-email' }
  | { kind: 'twice' }
  | { kind: 'in-envoke'; contact: Contact }
  /** An add of the same address waits. */
  | { kind: 'waits'; item: OutboxItem }
  /** Envoke could not be asked, and lacks an unsubscribing of this address. */
  | { kind: 'unsubscribing' };

export type Words = Omit<FormDefaults, 'last'>;

/** The key that the row's address is compared by; undefined where the row has no address. */
const keyOf = (row: BulkRow) => {
  const reading = readEmail(row.form.fields.email);
  return reading.ok ? reading.key : undefined;
};

/** A person whose answer in the list is no, or unclear, keeps it, whatever is decided for the others. */
export function firstRows(forms: readonly AddForm[], words: Words): BulkRow[] {
  const answers = answersByAddress(forms);
  return forms.map(withoutFirstTags).map((written, id) => {
    const answer = answers.get(emailKey(written.fields.email));
    const form = answer === undefined ? written : { ...written, answer };
    const row = { id, form, ticked: true, hasOwnConsent: false };
    return form.answer?.optIn === false ? answeredRow(row, 'found', 'Not Provided', words) : row;
  });
}

/**
 * The rows once the list's columns hold something else: `forms` are its people as they are read now. Who was left out
 * stays so, and people beside the list stay as they are.
 */
export function rereadRows(rows: readonly BulkRow[], forms: readonly AddForm[], words: Words): BulkRow[] {
  const addressOf = ({ form }: BulkRow) => emailKey(form.fields.email);
  const left = new Set(rows.filter(({ ticked }) => !ticked).map(addressOf));
  const listed = firstRows(forms, words).map((row) => ({ ...row, ticked: !left.has(addressOf(row)) }));
  const others = rows.filter(({ form }) => form.listTags === undefined);
  return [...listed, ...others].slice(0, BULK_MAX_PEOPLE).map((row, id) => ({ ...row, id }));
}

/** The row with a consent of its own that rests on the list's answer, which the proof names. */
function answeredRow(
  row: BulkRow,
  basis: ConsentBasis,
  status: WritableConsentStatus,
  words: Words,
): BulkRow {
  const form = FOR_ONE.describe({ ...row.form, basis, status, descriptionEdited: false }, words);
  return { ...row, hasOwnConsent: true, form };
}

/** How many people answered yes, no, unclearly, or nothing in the list. */
export function countAnswers(rows: readonly BulkRow[]) {
  const yes = rows.filter(({ form }) => form.answer?.optIn === true);
  const days = yes.map(({ form }) => form.answer && dayOfYes(form.answer));
  const others = rows.filter((row) => !mayFollowAll(row));
  const unclear = others.filter(({ form }) => form.answer?.unclear !== undefined).length;
  return {
    yes: yes.length,
    /** Of those who said yes: who has a consent of their own by now. */
    taken: yes.filter(({ hasOwnConsent }) => hasOwnConsent).length,
    no: others.length - unclear,
    /** Neither a plain yes nor a plain no: it is no consent, and their words stand in the proof. */
    unclear,
    none: rows.length - yes.length - others.length,
    /** Of those who said yes: no day is written, and one that cannot be told. */
    undated: days.filter((day) => day === undefined).length,
    unclearDays: days.filter((day) => day === '').length,
  };
}

/**
 * Gives all yeses of those who are added the ground "asked", on their own day, or on the given one where none is written.
 * A day that is written and not clear is entered for each.
 */
export function takeAnswers(
  rows: readonly BulkRow[],
  added: readonly BulkRow[],
  undatedDay: string,
  words: Words,
): BulkRow[] {
  const status = statusOfGround('asked', words.settings);
  const ids = new Set(added.map(({ id }) => id));
  return rows.map((row) => {
    const { answer } = row.form;
    if (answer?.optIn !== true || !ids.has(row.id)) return row;
    const dated = { ...row, form: { ...row.form, happenedOn: dayOfYes(answer) ?? undatedDay } };
    return answeredRow(dated, 'asked', status, words);
  });
}

/** `known`: Envoke's contacts by the key of their address, null for those it does not have. */
export function findObstacles(
  rows: readonly BulkRow[],
  known: ReadonlyMap<string, Contact | null>,
  waiting: WaitingByAddress,
): ReadonlyMap<number, RowObstacle> {
  const met = new Set<string>();
  const obstacles = new Map<number, RowObstacle>();
  for (const row of rows) {
    const key = keyOf(row);
    const obstacle =
      key === undefined
        ? ({ kind: 'wrong-email' } as const)
        : met.has(key)
          ? ({ kind: 'twice' } as const)
          : knownObstacle(key, known.get(key), waiting);
    if (obstacle !== undefined) obstacles.set(row.id, obstacle);
    if (key !== undefined) met.add(key);
  }
  return obstacles;
}

/** @param contact undefined where Envoke has not answered */
function knownObstacle(
  key: string,
  contact: Contact | null | undefined,
  { adds, unsubscribings }: WaitingByAddress,
): RowObstacle | undefined {
  if (contact) return { kind: 'in-envoke', contact };
  if (contact === undefined && unsubscribings.has(key)) return { kind: 'unsubscribing' };
  const item = adds.get(key);
  return item && { kind: 'waits', item };
}

/** The people of the rows, each once. */
export function eachOnce(
  rows: readonly BulkRow[],
  obstacles: ReadonlyMap<number, RowObstacle>,
): readonly BulkRow[] {
  return rows.filter(({ id }) => obstacles.get(id)?.kind !== 'twice');
}

/** Somebody who did not say yes, and whom Envoke may still send to: adding the others does not change that. */
export interface UnrecordedNo {
  row: BulkRow;
  obstacle: Extract<RowObstacle, { kind: 'in-envoke' | 'waits' }>;
}

export function unrecordedNoes(
  rows: readonly BulkRow[],
  obstacles: ReadonlyMap<number, RowObstacle>,
): readonly UnrecordedNo[] {
  return rows.flatMap((row) => {
    const obstacle = obstacles.get(row.id);
    return obstacle !== undefined && isUnrecordedRow(row, obstacle) ? [{ row, obstacle }] : [];
  });
}

export function isUnrecordedRow(
  { form }: BulkRow,
  obstacle: RowObstacle,
): obstacle is UnrecordedNo['obstacle'] {
  if (obstacle.kind === 'in-envoke') return isUnrecordedNo(form.answer, obstacle.contact);
  return obstacle.kind === 'waits' && isAgainstAdd(form.answer, obstacle.item);
}

/** The selected rows that can be sent. */
export function sendable(rows: readonly BulkRow[], obstacles: ReadonlyMap<number, RowObstacle>): BulkRow[] {
  return rows.filter((row) => row.ticked && !obstacles.has(row.id));
}

/** Whether Envoke cannot take the row as it stands, because something in it is too long. */
export function needsCorrection({ form, hasOwnConsent }: BulkRow): boolean {
  return overlongFields(form.fields).length > 0 || (hasOwnConsent && isDescriptionOverlong(form));
}

/** The row with another value in one field; a value that was too long is remembered. */
export function withField(row: BulkRow, name: ContactField, value: string, words: Words): BulkRow {
  const { overlong = {}, form } = row;
  const old = form.fields[name];
  const isFirst = overlong[name] === undefined && isOverlong(name, old);
  const next = { ...form, fields: { ...form.fields, [name]: value } };
  return {
    ...row,
    form: name === 'language' ? FOR_ONE.describe(next, words) : next,
    ...(isFirst ? { overlong: { ...overlong, [name]: old } } : {}),
  };
}

const hasSame = (row: BulkRow, name: ContactField) => (other: BulkRow) =>
  other.id !== row.id && other.form.fields[name] === row.overlong?.[name];

/** For each corrected field of the row, how many others still have the value that was too long; none that has nobody. */
export function sameElsewhere(row: BulkRow, rows: readonly BulkRow[]): ReadonlyMap<ContactField, number> {
  const corrected = CONTACT_FIELDS.filter(
    (name) => row.overlong?.[name] !== undefined && !isOverlong(name, row.form.fields[name]),
  );
  const counts = corrected.map((name) => [name, rows.filter(hasSame(row, name)).length] as const);
  return new Map(counts.filter(([, count]) => count > 0));
}

/** Gives the row's value of a field to all others that still have the value that was too long. */
export function correctOthers(
  rows: readonly BulkRow[],
  row: BulkRow,
  name: ContactField,
  words: Words,
): BulkRow[] {
  const isMeant = hasSame(row, name);
  return rows.map((other) => (isMeant(other) ? withField(other, name, row.form.fields[name], words) : other));
}

/** Whether somebody who did not say yes was given a consent by hand. */
export function isOverruled(row: BulkRow): boolean {
  return !mayFollowAll(row) && needsDescription(row.form.status);
}

/** Whether the decision for all may apply: what is decided for others is no word of somebody who did not say yes. */
export function mayFollowAll({ form }: BulkRow): boolean {
  return form.answer?.optIn !== false;
}

/** The row with a consent of its own and a new description; with `null` the decision for all applies again. */
export function decideForRow(row: BulkRow, status: WritableConsentStatus | null, words: Words): BulkRow {
  if (status === null) return mayFollowAll(row) ? { ...row, hasOwnConsent: false } : row;
  const form = row.hasOwnConsent ? row.form : { ...row.form, descriptionEdited: false };
  return {
    ...row,
    hasOwnConsent: true,
    form: FOR_ONE.describe(chooseStatus(form, status, words.settings), words),
  };
}

/** The tags and subscriptions chosen for all that this person gets too: where their own answer is no yes, tags alone. */
function interestsForRow(
  { form }: BulkRow,
  { interests, wishedTags = [] }: AddForm,
  isTag: (name: string) => boolean,
): readonly string[] {
  const forAll = [...interests, ...wishedTags];
  return form.answer?.optIn === false ? forAll.filter(isTag) : forAll;
}

/**
 * The row's form as it is sent. The decision for all gets a description for each person, in their language and with
 * their page, unless somebody wrote the description by hand.
 * @param isTag whether a name is known to be a tag's
 */
export function decidedForm(
  row: BulkRow,
  decision: AddForm,
  words: Words,
  isTag: (name: string) => boolean = () => false,
): AddForm {
  const { basis, status, description, descriptionEdited, happenedOn, conditions } = decision;
  const tags = [...new Set([...interestsForRow(row, decision, isTag), ...(row.form.listTags ?? [])])];
  if (row.hasOwnConsent) return { ...row.form, interests: tags };
  return describe(
    {
      ...row.form,
      basis,
      status,
      description,
      descriptionEdited,
      interests: tags,
      happenedOn,
      conditions,
    },
    words,
  );
}
