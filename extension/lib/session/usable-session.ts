/** A session that can be used for a request: token and key together, for the broker that issued it. */

import { loadBrokerUrl } from '../settings/settings-store.ts';
import { accountsItem } from './accounts-item.ts';
import { loadDpopKey } from './dpop-keys.ts';
import { findAccount } from './stored-account.ts';

export interface UsableSession {
  accountId: string;
  brokerUrl: string;
  sessionToken: string;
  key: CryptoKeyPair;
}

/**
 * The session of an account; null when it has ended, was issued by another broker than the one in the settings, or its
 * key is gone.
 */
export async function loadSession(accountId: string, brokerUrl: string): Promise<UsableSession | null> {
  const account = findAccount(await accountsItem.get(), accountId);
  if (account?.sessionToken == null || account.brokerUrl !== brokerUrl) return null;
  const key = await loadDpopKey(account.keyId);
  return key === undefined ? null : { accountId, brokerUrl, sessionToken: account.sessionToken, key };
}

/** Whether requests can be made for this account at the broker of the settings. */
export async function isSignedIn(accountId: string): Promise<boolean> {
  return (await loadSession(accountId, await loadBrokerUrl())) !== null;
}
