/** What is shown of a contact while Envoke does not have every write about it yet. Pure. */
import { CONTACT_FIELDS } from '../../../shared/contact-fields.ts';
import { isSameEmail } from '../../../shared/email-key.ts';
import type { Contact, ContactChanges, InterestChanges } from '../../../shared/schemas/contact.ts';
import { emailOfNew, type OutboxItem, type OutboxSnapshot, statusOf } from './outbox-item.ts';
import { isUnrecordedWithdrawal, withConsent, withoutConsent } from './shown-consent.ts';

/** Whether the write is about a contact that Envoke has under this id. */
export function isAboutContact({ operation, state }: OutboxItem, contactId: string): boolean {
  if (operation.kind !== 'create') return operation.contactId === contactId;
  return state.status === 'done' && state.contactId === contactId;
}

/** Whether the write leaves without the person. */
export function isOnItsWay(item: OutboxItem, { batches }: Pick<OutboxSnapshot, 'batches'>): boolean {
  return ['waiting', 'sending'].includes(statusOf(item, batches));
}

/** The add of this address that leaves without the person. @param exceptId one that does not count */
export function waitingAddOf(
  email: string,
  outbox: OutboxSnapshot,
  exceptId: string | null,
): OutboxItem | undefined {
  return outbox.items.find(
    (item) =>
      item.id !== exceptId &&
      item.undoneBecause === undefined &&
      isSameEmail(emailOfNew(item) ?? '', email) &&
      isOnItsWay(item, outbox),
  );
}

/**
 * The contact with these writes laid over it, in the order in which they are sent. What was refused is not in it, nor what
 * is taken back as soon as it has arrived; but who asked to be unsubscribed is nobody to be emailed, refused or not.
 * @param asOfMs when Envoke was asked for the contact: what has arrived since may be missing in it
 */
export function withPending(contact: Contact, outbox: OutboxSnapshot, asOfMs: number): Contact {
  const isMissing = (item: OutboxItem) =>
    item.state.status === 'done'
      ? item.state.atMs >= asOfMs
      : isUnrecordedWithdrawal(item, outbox.items) ||
        (isOnItsWay(item, outbox) && item.undoneBecause === undefined);
  return outbox.items
    .filter((item) => isAboutContact(item, contact.id) && isMissing(item))
    .reduce(laidOver, contact);
}

function laidOver(contact: Contact, { operation }: OutboxItem): Contact {
  switch (operation.kind) {
    case 'create':
      return contact;
    case 'update':
      return withChanges(contact, operation.changes);
    case 'interests':
      return { ...contact, interests: withInterests(contact.interests, operation.changes) };
    case 'unsubscribe':
      return withoutConsent(contact, operation.said.reason);
  }
}

function withChanges(contact: Contact, changes: ContactChanges): Contact {
  const changed = CONTACT_FIELDS.flatMap((name) => {
    const value = changes[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...withConsent(contact, changes),
    ...Object.fromEntries(changed),
    custom_fields: { ...contact.custom_fields, ...changes.custom_fields },
  };
}

function withInterests(names: readonly string[], { set = [], unset = [] }: InterestChanges): string[] {
  return [...names.filter((name) => !unset.includes(name) && !set.includes(name)), ...set];
}
