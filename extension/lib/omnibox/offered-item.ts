/** What the address bar offered last. */

import type { Contact } from '../../../shared/schemas/contact.ts';
import { isContact } from '../broker-client/contact-guards.ts';
import { isArrayOf, isNullOr, isShaped, isString } from '../storage/guards.ts';
import { defineItem, orUndefined } from '../storage/item.ts';

/** The address bar's last suggestions, and the one that the person chose for the next popup to open. */
export interface Offered {
  accountId: string;
  contacts: readonly Contact[];
  chosenId: string | null;
}

export const offeredItem = defineItem<Offered | null>({
  area: 'session',
  key: 'offered',
  version: 1,
  fallback: null,
  parse: orUndefined(
    isShaped<Offered>({ accountId: isString, contacts: isArrayOf(isContact), chosenId: isNullOr(isString) }),
  ),
});
