/** One call to the broker's API, made with an account's session. */

import type { SessionState } from '../session/stored-account.ts';
import type { UsableSession } from '../session/usable-session.ts';
import type { CallOptions } from './broker-client.ts';
import { BrokerError, type BrokerErrorSlug } from './broker-error.ts';
import { reachBroker, type TransportEffects } from './broker-transport.ts';
import { createDpopFetch, type DpopFetchEffects, type DpopRequest } from './dpop-fetch.ts';

/** Envoke answers a search in well under a second; nobody waits longer than this. */
const READ_TIMEOUT_MS = 15_000;
/** Longer than the broker's own deadline for Envoke, so that the broker's error still arrives. */
const WRITE_TIMEOUT_MS = 30_000;

export interface ApiEffects extends DpopFetchEffects, TransportEffects {
  /** Null when there is no session to call with. */
  loadSession: () => Promise<UsableSession | null>;
  onSessionEnded: (session: UsableSession, state: Exclude<SessionState, 'active'>) => Promise<void>;
}

export interface ApiCall extends CallOptions {
  method: DpopRequest['method'];
  /** Path and query, from the broker's root. */
  path: string;
  body?: object;
  idempotencyKey?: string;
  /** Where the answer takes longer than others of its kind. */
  timeoutMs?: number;
}

export type ApiRequest = <Value>(
  call: ApiCall,
  judge: (response: Response) => Promise<Value>,
) => Promise<Value>;

/** Throws {@link BrokerError}; a session that the broker no longer takes is reported before. */
export function createApiRequest(effects: ApiEffects): ApiRequest {
  const dpopFetch = createDpopFetch(effects);
  return async (call, judge) => {
    const session = await effects.loadSession();
    if (session === null) throw new BrokerError('not-signed-in');
    const timeoutMs = call.timeoutMs ?? (call.method === 'GET' ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS);
    try {
      return await reachBroker(
        session.brokerUrl,
        { timeoutMs, signal: call.signal },
        effects,
        async (signal) => judge(await dpopFetch({ ...toRequest(call, session), signal })),
      );
    } catch (error) {
      const ended = error instanceof BrokerError ? endedState(error.slug) : null;
      if (ended !== null) await effects.onSessionEnded(session, ended);
      throw error;
    }
  };
}

function toRequest(call: ApiCall, session: UsableSession): Omit<DpopRequest, 'signal'> {
  return {
    method: call.method,
    url: session.brokerUrl + call.path,
    key: session.key,
    accessToken: session.sessionToken,
    headers: {
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(call.idempotencyKey === undefined ? {} : { 'idempotency-key': call.idempotencyKey }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    credentials: 'omit',
  };
}

/** `proof-required` is not in this list: a wrong clock or a replayed proof does not end a session. */
function endedState(slug: BrokerErrorSlug): Exclude<SessionState, 'active'> | null {
  if (slug === 'session-ended' || slug === 'session-required') return 'ended';
  return slug === 'connection-ended' ? 'connection-ended' : null;
}
