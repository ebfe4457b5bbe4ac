/** Contacts that the list keeps between two openings of the popup. */

import type { Contact } from '../../../shared/schemas/contact.ts';
import { isContact } from '../broker-client/contact-guards.ts';
import { isArrayOf, isShaped } from '../storage/guards.ts';
import { defineItem, recordOf } from '../storage/item.ts';

/** Contacts for the first paint; memory only. */
export interface SeenContacts {
  /** The contacts that the person opened or changed, the latest first. */
  used: readonly Contact[];
  /** Envoke's newest contacts, from the last list. */
  newest: readonly Contact[];
}

/** By account id. */
export const seenContactsItem = defineItem<Readonly<Record<string, SeenContacts>>>({
  area: 'session',
  key: 'seenContacts',
  version: 1,
  fallback: {},
  parse: recordOf(isShaped<SeenContacts>({ used: isArrayOf(isContact), newest: isArrayOf(isContact) })),
});
