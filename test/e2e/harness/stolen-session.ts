/** What code that got into a page of the extension could take away, and the requests it could make with it elsewhere. */
import type { Page } from 'playwright-core';
import { API_PATHS } from '../../../shared/paths.ts';

export interface StolenSession {
  sessionToken: string;
  /** Proofs made while the key was there, each good for one call of the account. */
  proofs: [string, string, string];
}

interface ProofTarget {
  htu: string;
  /** What the broker wants to see in its proofs, once it has said so. @see RFC 9449 section 9 */
  nonce?: string | undefined;
}

export async function stealSession(page: Page, brokerUrl: string): Promise<StolenSession> {
  const htu = brokerUrl + API_PATHS.account;
  const first = await page.evaluate(takeSession, { htu });
  const refused = await callAccount(brokerUrl, `DPoP ${first.sessionToken}`, first.proofs[0]);
  return page.evaluate(takeSession, { htu, nonce: refused.headers.get('dpop-nonce') ?? undefined });
}

/** A call of the account with these headers. */
export async function callAccount(
  brokerUrl: string,
  authorization: string,
  proof?: string,
): Promise<Response> {
  const response = await fetch(brokerUrl + API_PATHS.account, {
    headers: { authorization, ...(proof && { dpop: proof }) },
  });
  await response.body?.cancel();
  return response;
}

/** Runs inside the page, so it stands alone. */
async function takeSession({ htu, nonce }: ProofTarget): Promise<StolenSession> {
  const settled = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open('dpop-keys'));
  const [key]: CryptoKeyPair[] = await settled(database.transaction('keys').objectStore('keys').getAll());
  database.close();
  const stored = JSON.stringify(await chrome.storage.local.get(null));
  const sessionToken = stored.match(/"sessionToken":"([^"]+)"/)?.[1];
  if (key === undefined || sessionToken === undefined) throw new Error('There is no session to steal.');

  const base64url = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>) =>
    new Uint8Array(bytes).toBase64({ alphabet: 'base64url', omitPadding: true });
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const segment = (value: object) => base64url(utf8(JSON.stringify(value)));
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
  const ath = base64url(await crypto.subtle.digest('SHA-256', utf8(sessionToken)));
  const prove = async () => {
    const jti = crypto.randomUUID() + crypto.randomUUID();
    const claims = { jti, htm: 'GET', htu, iat: Math.floor(Date.now() / 1_000), ath, nonce };
    const signed = `${segment({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } })}.${segment(claims)}`;
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    return `${signed}.${base64url(await crypto.subtle.sign(algorithm, key.privateKey, utf8(signed)))}`;
  };
  return { sessionToken, proofs: [await prove(), await prove(), await prove()] };
}

/** The part of the extension's API that is used inside the page. */
declare const chrome: { storage: { local: { get(keys: null): Promise<unknown> } } };
