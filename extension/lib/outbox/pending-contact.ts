/** What is shown of a contact while Envoke does not have every write about it yet. Pure. */
import { CONTACT_FIELDS } from '../../../shared/contact-fields.ts';
import { emailKey } from '../../../shared/email-key.ts';
import type { ActivityEntry } from '../../../shared/schemas/account.ts';
import type { Contact, ContactChanges, InterestChanges } from '../../../shared/schemas/contact.ts';
import { mayHaveLeft } from './failure-policy.ts';
import { emailOfNew, emailsOf, type OutboxItem, type OutboxSnapshot, statusOf } from './outbox-item.ts';
import { isUnrecordedWithdrawal, unsubscribingOf, withConsent, withoutConsent } from './shown-consent.ts';

/** Whether the write is about a contact that Envoke has under this id. */
export function isAboutContact({ operation, state }: OutboxItem, contactId: string): boolean {
  if (operation.kind !== 'create') return operation.contactId === contactId;
  return state.status === 'done' && state.contactId === contactId;
}

/** Whether the write leaves without the person. */
export function isOnItsWay(item: OutboxItem, { batches }: Pick<OutboxSnapshot, 'batches'>): boolean {
  return ['waiting', 'sending'].includes(statusOf(item, batches));
}

/** An unsubscribing that Envoke has not recorded. */
export type Unsubscribing = NonNullable<ReturnType<typeof unsubscribingOf>>;

/** What waits for Envoke about each address, by its key; it is known whether or not Envoke could be asked. */
export interface WaitingByAddress {
  /** Adds that leave without the person. */
  adds: ReadonlyMap<string, OutboxItem>;
  unsubscribings: ReadonlyMap<string, Unsubscribing>;
}

/** @param exceptId an add that does not count */
export function waitingByAddress(outbox: OutboxSnapshot, exceptId: string | null): WaitingByAddress {
  const adds = new Map<string, OutboxItem>();
  const unsubscribings = new Map<string, Unsubscribing>();
  for (const item of outbox.items) {
    const email = emailOfNew(item);
    const isAdd = email !== null && item.id !== exceptId && item.undoneBecause === undefined;
    if (isAdd && isOnItsWay(item, outbox)) adds.set(emailKey(email), item);
    const { operation } = item;
    if (operation.kind !== 'unsubscribe') continue;
    const found = unsubscribingOf(operation.contactId, outbox.items);
    if (found === undefined) continue;
    // Also by the address that a change gives the same contact.
    const about = outbox.items.filter((one) => isAboutContact(one, operation.contactId));
    for (const one of about.flatMap(emailsOf)) unsubscribings.set(emailKey(one), found);
  }
  return { adds, unsubscribings };
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

/**
 * The entries of a contact's history whose outcome is not known because their write is on its way; ids. The audit says of
 * each write that it is uncertain until it has ended.
 * @param entries the newest first
 * @param asOfMs when the broker was asked for them
 */
export function onTheirWay(
  entries: readonly Pick<ActivityEntry, 'id' | 'action' | 'outcome'>[],
  contactId: string,
  outbox: OutboxSnapshot,
  asOfMs: number,
): ReadonlySet<string> {
  const isOpen = (item: OutboxItem) =>
    item.state.status === 'done' ? item.state.atMs >= asOfMs : isOnItsWay(item, outbox) && mayHaveLeft(item);
  const left = outbox.items
    .filter((item) => isAboutContact(item, contactId) && isOpen(item))
    .map(({ operation }) => operation.kind);
  const found = new Set<string>();
  for (const { id, action, outcome } of entries) {
    const at = outcome === 'uncertain' ? left.indexOf(action) : -1;
    if (at === -1) continue;
    found.add(id);
    left.splice(at, 1);
  }
  return found;
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
