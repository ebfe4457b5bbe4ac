/** Tags, subscriptions and what else the forms offer, as Envoke had them; memory only. */
import type { Lists } from '../../../shared/schemas/contact.ts';
import { isLists } from '../broker-client/contact-guards.ts';
import { isNumber, isShaped } from '../storage/guards.ts';
import { defineItem, recordOf } from '../storage/item.ts';

export interface KnownLists {
  lists: Lists;
  atMs: number;
}

/** By account id. */
export const knownListsItem = defineItem<Readonly<Record<string, KnownLists>>>({
  area: 'session',
  key: 'knownLists',
  version: 1,
  fallback: {},
  parse: recordOf(isShaped<KnownLists>({ lists: isLists, atMs: isNumber })),
});
