/**
 * Signing out: ends the session at the broker if the broker can be reached, and removes it here in any case. In that
 * order, so that a person who is told of being signed out, or a worker that dies before, leaves no hidden session
 * behind.
 */

import { createDpopFetch, type DpopFetchEffects } from '../broker-client/dpop-fetch.ts';
import { consentEndsItem } from '../memory/consent-ends.ts';
import { draftsItem } from '../memory/drafts-item.ts';
import { keptSearchesItem } from '../memory/kept-search.ts';
import { lastChoicesItem } from '../memory/last-choices-item.ts';
import { seenContactsItem } from '../memory/list-items.ts';
import { knownListsItem } from '../memory/lists-item.ts';
import { putOffNoticesItem } from '../memory/put-off-notices.ts';
import { removeSettledItems } from '../outbox/outbox-cleaning.ts';
import { forgetAccount } from '../session/accounts.ts';
import { accountsItem } from '../session/accounts-item.ts';
import { deleteDpopKey } from '../session/dpop-keys.ts';
import { findAccount } from '../session/stored-account.ts';
import { loadSession } from '../session/usable-session.ts';
import type { StorageItem } from '../storage/item.ts';
import { revokeSession } from './revoke-session.ts';

/** Whether the broker confirmed; null when there is no such account. What waits in its outbox stays, for a later sign-in. */
export async function signOut(effects: DpopFetchEffects, accountId: string): Promise<boolean | null> {
  const account = findAccount(await accountsItem.get(), accountId);
  if (account === undefined) return null;
  const session = await loadSession(accountId, account.brokerUrl);
  const isRevoked = session === null || (await revokeSession(createDpopFetch(effects), session));
  await forgetAccount(accountId);
  await Promise.all([
    deleteDpopKey(account.keyId),
    removeSettledItems(accountId),
    forget(seenContactsItem, accountId),
    forget(knownListsItem, accountId),
    forget(keptSearchesItem, accountId),
    forget(consentEndsItem, accountId),
    forget(draftsItem, accountId),
    forget(lastChoicesItem, accountId),
    forget(putOffNoticesItem, accountId),
  ]);
  return isRevoked;
}

async function forget<Value>(
  item: StorageItem<Readonly<Record<string, Value>>>,
  accountId: string,
): Promise<void> {
  await item.update(({ [accountId]: _forgotten, ...rest }) => rest);
}
