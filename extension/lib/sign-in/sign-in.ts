/** One sign-in from the first request to the stored account. */
import type { Account } from '../../../shared/schemas/account.ts';
import { reachBroker, type TransportEffects } from '../broker-client/broker-transport.ts';
import { createBrokerClient } from '../broker-client/create-broker-client.ts';
import { createDpopFetch, type DpopFetchEffects } from '../broker-client/dpop-fetch.ts';
import { createDpopKey, deleteDpopKey } from '../session/dpop-keys.ts';
import type { StoredAccount } from '../session/stored-account.ts';
import type { ThisDevice } from '../session/this-device.ts';
import type { UsableSession } from '../session/usable-session.ts';
import {
  authorizationUrl,
  createSignInSecrets,
  processPushedAuthorizationResponse,
  pushedAuthorizationRequest,
} from './authorization-request.ts';
import { parseAuthorizationResponse } from './authorization-response.ts';
import { authorizationCodeGrantRequest, processTokenResponse } from './redeem-code.ts';
import { revokeSession } from './revoke-session.ts';

/** The deadline of each step: a little more than the broker's own deadline for Envoke. */
const STEP_TIMEOUT_MS = 20_000;
/** How often reading the account is tried before the new session is given up. */
const ACCOUNT_TRIES = 3;

export interface SignInEffects extends DpopFetchEffects, TransportEffects {
  brokerUrl: string;
  redirectUri: string;
  uiLocale: 'en' | 'fr';
  device: ThisDevice;
  openWindow: (url: string) => Promise<string>;
  onStep: (step: 'authorizing' | 'finishing') => Promise<void>;
}

/** Returns the account with its new session; throws a sign-in or broker error, and then leaves no key behind. */
export async function signIn(effects: SignInEffects): Promise<StoredAccount> {
  const keyId = crypto.randomUUID();
  const key = await createDpopKey(keyId);
  try {
    const session = await obtainSession(effects, key);
    const account = await readAccountOrRevoke(effects, session);
    return {
      id: account.id,
      name: account.name,
      brokerUrl: effects.brokerUrl,
      sessionToken: session.sessionToken,
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

type NewSession = Omit<UsableSession, 'accountId'>;

async function obtainSession(effects: SignInEffects, key: CryptoKeyPair): Promise<NewSession> {
  const { brokerUrl, redirectUri, uiLocale } = effects;
  const dpopFetch = createDpopFetch(effects);
  const secrets = createSignInSecrets();
  const step = <Value>(ask: (signal: AbortSignal) => Promise<Value>) =>
    reachBroker(brokerUrl, { timeoutMs: STEP_TIMEOUT_MS }, effects, ask);

  const requestUri = await step(async (signal) =>
    processPushedAuthorizationResponse(
      await pushedAuthorizationRequest(dpopFetch, key, { brokerUrl, redirectUri, uiLocale, secrets }, signal),
    ),
  );
  await effects.onStep('authorizing');
  const responseUrl = await effects.openWindow(authorizationUrl(brokerUrl, requestUri));
  await effects.onStep('finishing');
  const code = parseAuthorizationResponse(responseUrl, {
    redirectUri,
    state: secrets.state,
    issuer: brokerUrl,
  });
  const tokenRequest = {
    brokerUrl,
    redirectUri,
    code,
    codeVerifier: secrets.codeVerifier,
    device: effects.device,
  };
  const token = await step(async (signal) =>
    processTokenResponse(await authorizationCodeGrantRequest(dpopFetch, key, tokenRequest, signal)),
  );
  return { brokerUrl, sessionToken: token.access_token, key };
}

/** A session whose account cannot be read is ended again: it could not be shown, nor signed out of. */
async function readAccountOrRevoke(effects: SignInEffects, newSession: NewSession): Promise<Account> {
  const session: UsableSession = { ...newSession, accountId: '' };
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
