/** A fetch that proves possession of a DPoP key, and answers the broker's demand for a nonce with one repeat. */
import { createProof } from '../session/create-dpop-proof.ts';

export interface DpopRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  key: CryptoKeyPair;
  /** Session token to present; without it the request is not authorized, only proven (RFC 9449 section 5). */
  accessToken?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** `include` where the flow-binding cookie is set; `omit` everywhere else. */
  credentials: RequestCredentials;
  signal: AbortSignal;
}

export interface DpopFetchEffects {
  fetch: typeof globalThis.fetch;
  /** Epoch milliseconds. */
  now: () => number;
}

export type DpopFetch = (request: DpopRequest) => Promise<Response>;

/** Remembers the last nonce of the broker for as long as the function lives. @see RFC 9449 sections 8 and 9 */
export function createDpopFetch({ fetch, now }: DpopFetchEffects): DpopFetch {
  const nonces = new Map<string, string>();

  const send = async (request: DpopRequest): Promise<Response> => {
    const { method, url, key, accessToken, headers, body, credentials, signal } = request;
    const { origin } = new URL(url);
    const proof = await createProof(key, method, url, {
      accessToken,
      nonce: nonces.get(origin),
      nowMs: now(),
    });
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...headers,
        dpop: proof,
        ...(accessToken === undefined ? {} : { authorization: `DPoP ${accessToken}` }),
      },
      ...(body === undefined ? {} : { body }),
      credentials,
      signal,
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    const nonce = response.headers.get('dpop-nonce');
    if (nonce !== null) nonces.set(origin, nonce);
    return response;
  };

  return async (request) => {
    const response = await send(request);
    return (await asksForNonce(response)) ? send(request) : response;
  };
}

async function asksForNonce(response: Response): Promise<boolean> {
  if (!response.headers.has('dpop-nonce')) return false;
  if (response.status === 401) {
    return response.headers.get('www-authenticate')?.includes('error="use_dpop_nonce"') ?? false;
  }
  return response.status === 400 && (await response.clone().text()).includes('"use_dpop_nonce"');
}
