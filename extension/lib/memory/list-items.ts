/** What the contact list keeps between two openings of the popup. */

import type { Contact } from '../../../shared/schemas/contact.ts';
import { isContact } from '../broker-client/contact-guards.ts';
import { isArrayOf, isNumber, isShaped } from '../storage/guards.ts';
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

/** The dismissed notice of an ending permission, with its end date: a renewed permission gets notices again. */
export interface PutOffNotice {
  connectionExpiresAt: number;
  notice: number;
}

/** By account id. */
export const putOffNoticesItem = defineItem<Readonly<Record<string, PutOffNotice>>>({
  area: 'local',
  key: 'putOffNotices',
  version: 1,
  fallback: {},
  parse: recordOf(isShaped<PutOffNotice>({ connectionExpiresAt: isNumber, notice: isNumber })),
});
