/** What a form or a list answered about consent: it stands in the proof, and a no never starts as a consent. Pure. */
import { needsDescription } from '../../../../shared/consent.ts';
import { emailKey } from '../../../../shared/email-key.ts';
import type { FormAnswer } from '../../../../shared/form-answer.ts';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { answerAtAddress, strongerAnswer } from '../../../lib/capture/captured-contact.ts';
import { describeAnswer } from '../../../lib/i18n/consent-description.ts';
import type { Language } from '../../../lib/i18n/index.ts';
import { failureOf, type OutboxItem, type OutboxSnapshot } from '../../../lib/outbox/outbox-item.ts';
import { withPending } from '../../../lib/outbox/pending-contact.ts';
import type { ConsentBasis } from '../../../lib/settings/settings.ts';
import { chooseGround, contactLanguage, describe, type FormDefaults, fromDraft } from './add-form.ts';
import type { AddForm } from './form-fields.ts';

type Words = Omit<FormDefaults, 'last'>;

/** The answer as a sentence in the contact's language; `''` where there is none. @param reader where theirs is not known */
function saidIn(form: AddForm, reader: Language): string {
  const { answer } = form;
  if (answer === undefined) return '';
  return describeAnswer(answer, contactLanguage(form, reader));
}

/** The description with the answer after it. @param reader the language where the contact's is not known */
function withAnswer(form: AddForm, reader: Language): string {
  return `${form.description} ${saidIn(form, reader)}`.trim();
}

/** As {@link describe}, with the answer of this one person: whatever is decided, the proof does not leave it out. */
function describeOne(form: AddForm, words: Words): AddForm {
  const described = describe(form, words);
  if (form.descriptionEdited || form.answer === undefined) return described;
  if (form.basis !== 'other') return { ...described, description: withAnswer(described, words.language) };
  // The answer alone is no proof of a consent that rests on something else.
  return needsDescription(form.status)
    ? described
    : { ...described, description: saidIn(form, words.language) };
}

/** `''` where it is written, and not clear; undefined where none is written. */
export const dayOfYes = ({ day, dayWritten }: FormAnswer): string | undefined =>
  day ?? (dayWritten === undefined ? undefined : '');

/** Who said yes on a known day asked for it on that day. Where it is not clear, somebody has to enter it. */
function chooseGroundOfOne(
  form: AddForm,
  basis: ConsentBasis,
  words: Parameters<typeof chooseGround>[2],
): AddForm {
  const { answer } = form;
  const day = basis === 'asked' && answer?.optIn ? dayOfYes(answer) : undefined;
  const chosen = chooseGround(form, basis, words);
  return day === undefined ? chosen : { ...chosen, happenedOn: day };
}

/** How a form decides and describes: for one person, by their answer too. */
export interface Deciding {
  chooseGround: typeof chooseGround;
  describe: (form: AddForm, words: Words) => AddForm;
}

export const FOR_ONE: Deciding = { chooseGround: chooseGroundOfOne, describe: describeOne };
export const FOR_ALL: Deciding = { chooseGround, describe };

/** The form of one person as it opens: without a plain yes nobody is offered as somebody who consented. */
export function openingForm(form: AddForm, words: Words): AddForm {
  const { answer } = form;
  if (answer === undefined) return form;
  return describeOne(
    answer.optIn ? form : { ...form, basis: 'found', status: 'Not Provided', conditions: [] },
    words,
  );
}

/** Whether one press may save the ground "asked": the answer, if there is one, is a yes with its day. */
export function mayOfferAsked({ answer }: AddForm): boolean {
  return answer === undefined || (answer.optIn && answer.day !== undefined);
}

/** Whether somebody did not say yes whom Envoke has as one who may be emailed: only unsubscribing them records it. */
export function isUnrecordedNo(
  answer: FormAnswer | undefined,
  { consent }: Pick<Contact, 'consent'>,
): boolean {
  return answer?.optIn === false && consent.mailable !== 'no';
}

/** An add without a consent, of a contact whom Envoke turned out to have and may send to. */
export interface UnrecordedAdd {
  contact: Contact;
  /** What a form answered; undefined where somebody took a consent out of the add, which an earlier try may have given. */
  answer: FormAnswer | undefined;
}

/** Undefined where there is none, or where the contact is unsubscribed by now. */
export function unrecordedAdd(item: OutboxItem, outbox: OutboxSnapshot): UnrecordedAdd | undefined {
  const { operation, createdAtMs, wasTried = false } = item;
  const contact = failureOf(item)?.contact;
  if (operation.kind !== 'create' || contact == null) return undefined;
  const { answer, draft } = operation;
  if (needsDescription(draft.consent_status) || !(answer?.optIn === false || wasTried)) return undefined;
  const isMailed = withPending(contact, outbox, createdAtMs).consent.mailable !== 'no';
  return isMailed ? { contact, answer: answer?.optIn === false ? answer : undefined } : undefined;
}

/** The same of somebody whose add waits with a consent: only an edit of it records the answer. */
export function isAgainstAdd(answer: FormAnswer | undefined, { operation }: OutboxItem): boolean {
  return (
    answer?.optIn === false && operation.kind === 'create' && needsDescription(operation.draft.consent_status)
  );
}

/**
 * The view to edit an add that waits. Against a no it opens without consent, and with the answer in its proof.
 * @param answer what a form has answered since; undefined for none
 */
export function editOfAdd(item: OutboxItem, answer?: FormAnswer) {
  const { id, operation } = item;
  if (operation.kind !== 'create') return undefined;
  const known = strongerAnswer(operation.answer, answer);
  const waiting = {
    ...fromDraft(operation.draft, operation),
    ...(known === undefined ? {} : { answer: known }),
  };
  const form = isAgainstAdd(answer, item) ? { ...waiting, descriptionEdited: false } : waiting;
  return { name: 'add' as const, form, editedItemId: id };
}

/** The contact's view, with the answer as the reason to unsubscribe them: it acts only once somebody confirms it there. */
export function unsubscribingView(form: AddForm, contact: Contact, reader: Language) {
  return { name: 'contact' as const, contact, reason: saidIn(form, reader) };
}

const namedAnswer = ({ fields, answer }: AddForm) => ({
  name: `${fields.first_name} ${fields.last_name}`,
  answer,
});

/** The answer that counts of each address: who stands in a list twice and once refused has refused. */
export function answersByAddress(forms: readonly AddForm[]): ReadonlyMap<string, FormAnswer | undefined> {
  const groups = Map.groupBy(forms, ({ fields }) => emailKey(fields.email));
  return new Map([...groups].map(([key, own]) => [key, answerAtAddress(own.map(namedAnswer))]));
}
