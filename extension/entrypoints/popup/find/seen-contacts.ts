/** Memory of contacts for the first paint, by account; gone when the browser closes. */
import type { Contact, LookupAnswer } from '../../../../shared/schemas/contact.ts';
import { type SeenContacts, seenContactsItem } from '../../../lib/memory/list-items.ts';
import { forgetContact, NOTHING_SEEN, refresh, rememberNewest, rememberUsed } from './merge-contacts.ts';

async function change(accountId: string, next: (seen: SeenContacts) => SeenContacts): Promise<void> {
  await seenContactsItem.update((all) => ({ ...all, [accountId]: next(all[accountId] ?? NOTHING_SEEN) }));
}

/** Envoke's newest, as the list shows them. */
export function keepNewest(accountId: string, newest: readonly Contact[]): Promise<void> {
  return change(accountId, (seen) => rememberNewest(seen, newest));
}

/** A contact that was opened or changed. */
export function keepUsed(accountId: string, contact: Contact): Promise<void> {
  return change(accountId, (seen) => rememberUsed(seen, contact));
}

/** What Envoke says now of contacts used before. */
export function keepRefreshed(accountId: string, results: LookupAnswer['results']): Promise<void> {
  return change(accountId, (seen) => ({ ...seen, used: refresh(seen.used, results) }));
}

/** A contact that Envoke no longer has. */
export function dropSeen(accountId: string, id: string): Promise<void> {
  return change(accountId, (seen) => forgetContact(seen, id));
}
