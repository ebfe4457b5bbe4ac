/** An unfinished form as flat text and back, so that it survives the popup. Pure. */
import { WRITABLE_CONSENT_STATUSES } from '../../../../shared/consent.ts';
import { CONDITIONS } from '../../../../shared/consent-grounds.ts';
import { CONTACT_FIELDS } from '../../../../shared/contact-fields.ts';
import type { FormAnswer } from '../../../../shared/form-answer.ts';
import type { FlatForm } from '../../../lib/memory/drafts-item.ts';
import { CONSENT_BASES } from '../../../lib/settings/settings.ts';
import type { AddForm } from './form-fields.ts';

/** `editedItemId`: the waiting write that the form replaces, or null for a new one. */
export function flattenForm(form: AddForm, editedItemId: string | null): FlatForm {
  return {
    ...form.fields,
    editedItemId: editedItemId ?? '',
    basis: form.basis,
    status: form.status,
    description: form.description,
    descriptionEdited: form.descriptionEdited ? 'yes' : '',
    happenedOn: form.happenedOn,
    conditions: form.conditions.join('\n'),
    interests: form.interests.join('\n'),
    ...(form.wishedTags === undefined ? {} : { wishedTags: form.wishedTags.join('\n') }),
    pageTitle: form.pageTitle,
    pageUrl: form.pageUrl,
    ...flatAnswer(form.answer),
    ...(form.listTags === undefined ? {} : { listTags: form.listTags.join('\n') }),
  };
}

const flatAnswer = (answer: FormAnswer | undefined): FlatForm =>
  answer === undefined
    ? {}
    : {
        optIn: answer.optIn ? 'yes' : 'no',
        optInDay: answer.day ?? '',
        optInDayWritten: answer.dayWritten ?? '',
        optInQuestion: answer.question ?? '',
        optInUnclear: answer.unclear ?? '',
        optInWritten: answer.written ?? '',
      };

function answerOf({
  optIn,
  optInDay: day = '',
  optInDayWritten: dayWritten = '',
  optInQuestion: question = '',
  optInUnclear: unclear = '',
  optInWritten: written = '',
}: FlatForm): FormAnswer | undefined {
  if (optIn !== 'yes' && optIn !== 'no') return undefined;
  return {
    optIn: optIn === 'yes',
    ...(day === '' ? {} : { day }),
    ...(dayWritten === '' ? {} : { dayWritten }),
    ...(question === '' ? {} : { question }),
    ...(unclear === '' ? {} : { unclear }),
    ...(written === '' ? {} : { written }),
  };
}

const linesOf = (text = '') => text.split('\n').filter(Boolean);

/** Reads the form back; null when this version cannot read the text. */
export function unflattenForm(flat: FlatForm): AddForm | null {
  const basis = CONSENT_BASES.find((one) => one === flat.basis);
  const status = WRITABLE_CONSENT_STATUSES.find((one) => one === flat.status);
  if (basis === undefined || status === undefined) return null;
  const answer = answerOf(flat);
  return {
    ...(answer === undefined ? {} : { answer }),
    ...(flat.listTags === undefined ? {} : { listTags: linesOf(flat.listTags) }),
    fields: Object.fromEntries(CONTACT_FIELDS.map((name) => [name, flat[name] ?? ''])) as AddForm['fields'],
    basis,
    status,
    description: flat.description ?? '',
    descriptionEdited: flat.descriptionEdited === 'yes',
    happenedOn: flat.happenedOn ?? '',
    conditions: CONDITIONS.filter((one) => linesOf(flat.conditions).includes(one)),
    interests: linesOf(flat.interests),
    ...(flat.wishedTags === undefined ? {} : { wishedTags: linesOf(flat.wishedTags) }),
    pageTitle: flat.pageTitle ?? '',
    pageUrl: flat.pageUrl ?? '',
  };
}
