/** Memory of contacts for the first paint, by account; gone when the browser closes. */
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { seenContactsItem } from '../../../lib/storage/items.ts';
import { rememberContact, trimSeen } from './merge-contacts.ts';

async function change(accountId: string, next: (seen: readonly Contact[]) => Contact[]): Promise<void> {
  await seenContactsItem.update((all) => ({
    ...all,
    [accountId]: { contacts: next(all[accountId]?.contacts ?? []), atMs: Date.now() },
  }));
}

/** What the list shows, as it shows it. */
export function keepSeen(accountId: string, contacts: readonly Contact[]): Promise<void> {
  return change(accountId, () => trimSeen(contacts));
}

/** A contact that was opened or changed. */
export function keepUsed(accountId: string, contact: Contact): Promise<void> {
  return change(accountId, (seen) => rememberContact(seen, contact));
}

/** A contact that Envoke no longer has. */
export function dropSeen(accountId: string, id: string): Promise<void> {
  return change(accountId, (seen) => seen.filter((contact) => contact.id !== id));
}
