/** The consent to show while a write that changes it is on its way: nobody is shown as somebody who may be emailed. Pure. */
import { needsDescription } from '../../../shared/consent.ts';
import type { Contact, ContactChanges } from '../../../shared/schemas/contact.ts';
import { needsPerson, type OutboxItem } from './outbox-item.ts';

const noMore = (status: string, description: string) => ({
  status,
  description,
  effective_date: '',
  ends_on: null,
  mailable: 'no' as const,
});

/** The contact once this change is made. A consent that is given counts when Envoke has it, and not before. */
export function withConsent(
  contact: Contact,
  { consent_status: status, consent_description = '' }: ContactChanges,
): Contact {
  if (status === undefined || needsDescription(status)) return contact;
  return { ...contact, consent: noMore(status, consent_description) };
}

export function withoutConsent(contact: Contact, reason: string): Contact {
  return { ...contact, consent: noMore('Revoked', reason) };
}

/** The contact's unsubscribing that Envoke has not carried out: it is on its way, or was refused. */
export function unsubscribingOf(
  contactId: string,
  items: readonly OutboxItem[],
): { item: OutboxItem; reason: string; isRefused: boolean } | undefined {
  for (const item of items.toReversed()) {
    const { operation, state } = item;
    if (operation.kind !== 'unsubscribe' || operation.contactId !== contactId) continue;
    if (state.status === 'done') return undefined;
    return { item, reason: operation.said.reason, isRefused: needsPerson(item) };
  }
  return undefined;
}
