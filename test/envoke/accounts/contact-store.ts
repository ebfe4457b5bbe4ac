/** The contacts of one account. Contacts are never changed in place, so yesterday's list stays readable (mode `staleReads`). */

import type { Contact } from './contact.ts';

export interface ContactStore {
  /** By id, ascending. */
  list(): Contact[];
  /** The list as it was before the last write. */
  listBeforeLastWrite(): Contact[];
  find(id: number): Contact | undefined;
  /** Compared lower-cased unless case counts; the lowest id when e-mails may repeat. */
  findByEmail(email: string, isCaseSensitive?: boolean): Contact | undefined;
  findByRemoteId(remoteId: string): Contact | undefined;
  add(make: (id: number) => Contact): Contact;
  replace(contact: Contact): Contact;
  remove(id: number): void;
}

export function createContactStore(): ContactStore {
  let byId: ReadonlyMap<number, Contact> = new Map();
  let before = byId;
  let lastId = 0;

  const find = (matches: (contact: Contact) => boolean) => byId.values().find(matches);
  const write = (change: (next: Map<number, Contact>) => void) => {
    const next = new Map(byId);
    change(next);
    before = byId;
    byId = next;
  };
  const replace = (contact: Contact): Contact => {
    write((next) => next.set(contact.id, contact));
    return contact;
  };

  return {
    list: () => [...byId.values()],
    listBeforeLastWrite: () => [...before.values()],
    find: (id) => byId.get(id),
    findByEmail(email, isCaseSensitive = false) {
      const compared = (text: string) => (isCaseSensitive ? text : text.toLowerCase());
      return find((contact) => compared(contact.text.email) === compared(email.trim()));
    },
    findByRemoteId: (remoteId) => find((contact) => contact.text.remote_id === remoteId),
    add: (make) => replace(make(++lastId)),
    replace,
    remove: (id) => write((next) => next.delete(id)),
  };
}
