/** The accounts on disk. */

import {
  isArrayOf,
  isBoolean,
  isNullOr,
  isNumber,
  isOneOf,
  isOptional,
  isShaped,
  isString,
} from '../storage/guards.ts';
import { defineItem, orUndefined } from '../storage/item.ts';
import type { Accounts, StoredAccount } from './stored-account.ts';

const isAccounts = isShaped<Accounts>({
  currentId: isNullOr(isString),
  accounts: isArrayOf(
    isShaped<StoredAccount>({
      id: isString,
      name: isString,
      brokerUrl: isString,
      sessionToken: isNullOr(isString),
      keyId: isString,
      state: isOneOf(['active', 'ended', 'connection-ended']),
      sessionExpiresAt: isNumber,
      connectionExpiresAt: isNumber,
      recorder: isOptional(
        isShaped<NonNullable<StoredAccount['recorder']>>({ name: isString, isConfirmed: isBoolean }),
      ),
    }),
  ),
});

/**
 * Accounts with their session tokens. On disk, since a session lives as long as Envoke's permission and every needless
 * sign-in leaves one more permission at Envoke; the token alone opens nothing without the DPoP key, which cannot leave
 * IndexedDB.
 */
export const accountsItem = defineItem<Accounts>({
  area: 'local',
  key: 'accounts',
  version: 1,
  fallback: { currentId: null, accounts: [] },
  parse: orUndefined(isAccounts),
});
