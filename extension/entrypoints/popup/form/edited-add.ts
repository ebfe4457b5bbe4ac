/** The edit of an add that waits, and what it becomes when the add has left meanwhile: a change of the contact. Pure. */
import { CONTACT_FIELDS } from '../../../../shared/contact-fields.ts';
import type { Contact, ContactChanges, ContactDraft } from '../../../../shared/schemas/contact.ts';
import type { OutboxOperation, OutboxSnapshot } from '../../../lib/outbox/outbox-item.ts';
import { consentOf } from '../../../lib/outbox/undo-rules.ts';
import { proofOf, toDraft } from './add-form.ts';
import { backOf } from './back-changes.ts';
import type { AddForm } from './form-fields.ts';

export type EditedAdd =
  /** Nothing is edited, or what was edited is kept nowhere any more: the form adds somebody. */
  | { kind: 'none' }
  /** The form takes the place of this write. */
  | { kind: 'waits'; itemId: string }
  | { kind: 'sent'; itemId: string; contactId: string; draft: ContactDraft };

/** @param outbox null before it is read */
export function editedAdd(itemId: string | null, outbox: OutboxSnapshot | null): EditedAdd {
  if (itemId === null) return { kind: 'none' };
  const item = outbox?.items.find(({ id }) => id === itemId);
  if (item === undefined) return outbox === null ? { kind: 'waits', itemId } : { kind: 'none' };
  const { operation, state, undoneBecause } = item;
  if (state.status !== 'done') return { kind: 'waits', itemId };
  // Who is being taken back is looked up, like everybody else whom Envoke has.
  if (operation.kind !== 'create' || undoneBecause !== undefined) return { kind: 'none' };
  return { kind: 'sent', itemId, contactId: state.contactId, draft: operation.draft };
}

/**
 * What makes the contact as the form has it: only what differs from what was sent, so that nobody else's change is
 * overwritten. A consent that somebody has changed since is left alone: the broker compares it with the one that was sent.
 * @param contact as Envoke has it, for the undo; null where that is not known
 */
export function changesSince(
  form: AddForm,
  { contactId, draft }: Extract<EditedAdd, { kind: 'sent' }>,
  contact: Contact | null,
): OutboxOperation[] {
  const wanted = toDraft(form);
  const about = { contactId, email: draft.email };
  const fields = CONTACT_FIELDS.filter((name) => (wanted[name] ?? '') !== (draft[name] ?? ''));
  // The consent that the form states is that of the address in it.
  const isConsent = fields.includes('email') || consentKey(wanted) !== consentKey(draft);
  const changes: ContactChanges = {
    ...Object.fromEntries(fields.map((name) => [name, wanted[name] ?? ''])),
    ...(isConsent && {
      consent_status: wanted.consent_status,
      consent_description: wanted.consent_description ?? '',
      consent_confirmed: true,
      ...proofOf(form),
    }),
    seen: {
      ...Object.fromEntries(fields.map((name) => [name, draft[name] ?? ''])),
      ...(isConsent && consentOf(draft)),
    },
  };
  const had = draft.interests ?? [];
  const set = form.interests.filter((name) => !had.includes(name));
  const unset = had.filter((name) => !form.interests.includes(name));
  const interests = { ...(set.length > 0 && { set }), ...(unset.length > 0 && { unset }) };
  const back = contact === null ? undefined : backOf(contact, changes);
  return [
    ...(fields.length > 0 || isConsent ? [{ kind: 'update' as const, ...about, changes, back }] : []),
    ...(set.length + unset.length > 0 ? [{ kind: 'interests' as const, ...about, changes: interests }] : []),
  ];
}

const consentKey = ({
  consent_status,
  consent_description = '',
  basis = 'other',
  happened_on = '',
  conditions = [],
}: ContactDraft) => JSON.stringify([consent_status, consent_description, basis, happened_on, conditions]);
