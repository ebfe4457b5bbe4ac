/** The consent to show while Envoke lacks a write that changes it: nobody is shown as somebody who may be emailed. Pure. */
import { needsDescription } from '../../../shared/consent.ts';
import type { Contact, ContactChanges } from '../../../shared/schemas/contact.ts';
import { needsPerson, type OutboxItem } from './outbox-item.ts';
import { supersedes } from './undo-rules.ts';

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

/**
 * Whether it is an unsubscribing that Envoke has not recorded: it is on its way, or was refused. One that came later and
 * is recorded settles it, as does a consent that the person has given since.
 */
export function isUnrecordedWithdrawal(item: OutboxItem, items: readonly OutboxItem[]): boolean {
  const settles = (later: OutboxItem) => later.state.status === 'done' && supersedes(later, item);
  return item.operation.kind === 'unsubscribe' && item.state.status !== 'done' && !items.some(settles);
}

/** How many of these are unsubscribings that Envoke has not recorded. */
export function countWithdrawals(items: readonly OutboxItem[]): number {
  return items.filter((item) => isUnrecordedWithdrawal(item, items)).length;
}

/** The contact's unsubscribing that Envoke has not recorded. */
export function unsubscribingOf(
  contactId: string,
  items: readonly OutboxItem[],
): { item: OutboxItem; reason: string; isRefused: boolean } | undefined {
  for (const item of items.toReversed()) {
    const { operation } = item;
    if (operation.kind !== 'unsubscribe' || operation.contactId !== contactId) continue;
    if (isUnrecordedWithdrawal(item, items))
      return { item, reason: operation.said.reason, isRefused: needsPerson(item) };
  }
  return undefined;
}
