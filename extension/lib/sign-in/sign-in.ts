/** One sign-in from the first request to the stored account: in the browser's window, or else in a tab. */
import type { Account } from '../../../shared/schemas/account.ts';
import { createBrokerClient } from '../broker-client/create-broker-client.ts';
import { createDpopFetch } from '../broker-client/dpop-fetch.ts';
import { createDpopKey, deleteDpopKey, loadDpopKey } from '../session/dpop-keys.ts';
import type { StoredAccount } from '../session/stored-account.ts';
import type { UsableSession } from '../session/usable-session.ts';
import { createFlowRequests, type FlowEffects } from './flow-requests.ts';
import { revokeSession } from './revoke-session.ts';
import { answerOfTab, signInByTab, type TabEffects } from './sign-in-by-tab.ts';
import { signInByWindow, type WindowEffects } from './sign-in-by-window.ts';
import { SignInError } from './sign-in-error.ts';
import type { TabSignIn } from './tab-sign-in.ts';

/** How often reading the account is tried before the new session is given up. */
const ACCOUNT_TRIES = 3;

export interface SignInEffects extends FlowEffects, WindowEffects, TabEffects {
  onTab: (signIn: TabSignIn) => Promise<void>;
}

/** Returns the account with its new session; throws a sign-in or broker error, and then leaves no key behind. */
export async function signIn(effects: SignInEffects): Promise<StoredAccount> {
  const keyId = crypto.randomUUID();
  const key = await createDpopKey(keyId);
  const requests = createFlowRequests(effects, key);
  return withAccount(effects, keyId, key, async () => {
    const byWindow = await signInByWindow(requests, effects);
    return byWindow ?? signInByTab(requests, effects, { ...effects, keyId }, effects.onTab);
  });
}

/** Goes on with a sign-in in a tab whose worker has died; like {@link signIn} otherwise. */
export async function finishInTab(
  effects: FlowEffects & TabEffects,
  signIn: TabSignIn,
): Promise<StoredAccount> {
  const key = await loadDpopKey(signIn.keyId);
  if (key === undefined) throw new SignInError('interrupted');
  const requests = createFlowRequests(effects, key);
  return withAccount(effects, signIn.keyId, key, () => answerOfTab(requests, effects, signIn));
}

async function withAccount(
  effects: FlowEffects,
  keyId: string,
  key: CryptoKeyPair,
  obtainToken: () => Promise<string>,
): Promise<StoredAccount> {
  const { brokerUrl } = effects;
  try {
    const sessionToken = await obtainToken();
    const account = await readAccountOrRevoke(effects, { accountId: '', brokerUrl, sessionToken, key });
    return {
      id: account.id,
      name: account.name,
      brokerUrl,
      sessionToken,
      keyId,
      state: 'active',
      sessionExpiresAt: account.session.expires_at,
      connectionExpiresAt: account.connection_expires_at,
    };
  } catch (error) {
    await deleteDpopKey(keyId);
    throw error;
  }
}

/** A session whose account cannot be read is ended again: it could not be shown, nor signed out of. */
async function readAccountOrRevoke(effects: FlowEffects, session: UsableSession): Promise<Account> {
  const client = createBrokerClient({
    ...effects,
    loadSession: async () => session,
    onSessionEnded: async () => undefined,
  });
  for (let tried = 1; ; tried += 1) {
    try {
      return await client.account();
    } catch (error) {
      if (tried < ACCOUNT_TRIES) continue;
      await revokeSession(createDpopFetch(effects), session);
      throw error;
    }
  }
}
