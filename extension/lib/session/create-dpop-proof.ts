/** DPoP proofs: one signed statement per request, so that a stolen session token is of no use. @see RFC 9449 section 4.2 */
import { base64url, randomText, sha256 } from './encoding.ts';

export interface ProofOptions {
  /** Session token that the request carries; its hash goes into `ath`. */
  accessToken?: string;
  /** What the broker asked for last in `DPoP-Nonce`. */
  nonce?: string;
  nowMs: number;
}

/** The proof for one request. `url` may carry query and fragment; they are no part of `htu`. */
export async function createProof(
  key: CryptoKeyPair,
  method: string,
  url: string,
  { accessToken, nonce, nowMs }: ProofOptions,
): Promise<string> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
  const { origin, pathname } = new URL(url);
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } };
  const claims = {
    jti: randomText(),
    htm: method,
    htu: origin + pathname,
    iat: Math.floor(nowMs / 1000),
    ...(accessToken === undefined ? {} : { ath: base64url(await sha256(accessToken)) }),
    ...(nonce === undefined ? {} : { nonce }),
  };
  const signed = `${segment(header)}.${segment(claims)}`;
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    key.privateKey,
    new TextEncoder().encode(signed),
  );
  return `${signed}.${base64url(new Uint8Array(signature))}`;
}

function segment(value: object): string {
  return base64url(new TextEncoder().encode(JSON.stringify(value)));
}
