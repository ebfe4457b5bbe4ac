/** A form in the making as flat text and back, so that it survives the popup. Pure. */
import { WRITABLE_CONSENT_STATUSES } from '../../../../shared/consent.ts';
import { CONDITIONS } from '../../../../shared/consent-grounds.ts';
import { CONTACT_FIELDS } from '../../../../shared/contact-fields.ts';
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
    pageTitle: form.pageTitle,
    pageUrl: form.pageUrl,
  };
}

/** The form again; null when the text is not one of ours. */
export function unflattenForm(flat: FlatForm): AddForm | null {
  const basis = CONSENT_BASES.find((one) => one === flat.basis);
  const status = WRITABLE_CONSENT_STATUSES.find((one) => one === flat.status);
  if (basis === undefined || status === undefined) return null;
  return {
    fields: Object.fromEntries(CONTACT_FIELDS.map((name) => [name, flat[name] ?? ''])) as AddForm['fields'],
    basis,
    status,
    description: flat.description ?? '',
    descriptionEdited: flat.descriptionEdited === 'yes',
    happenedOn: flat.happenedOn ?? '',
    conditions: CONDITIONS.filter((one) => (flat.conditions ?? '').split('\n').includes(one)),
    interests: (flat.interests ?? '').split('\n').filter(Boolean),
    pageTitle: flat.pageTitle ?? '',
    pageUrl: flat.pageUrl ?? '',
  };
}
