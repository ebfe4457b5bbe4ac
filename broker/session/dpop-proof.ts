/**
 * DPoP proofs: the checks of RFC 9449 section 4.3, in its order. Synchronous `node:crypto`, because a proof costs only
 * one verification.
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-4.3
 */
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { parseJsonObject, splitCompact } from './base64url.ts';
import { isSameUrl } from './same-url.ts';

/** A proof with the longest URL we have is far shorter. */
const PROOF_MAX_CHARS = 4_096;
/** How far `iat` may be before or after our clock; beyond that, the proof must carry our nonce. */
export const PROOF_WINDOW_SECONDS = 60;
const JTI_MAX_CHARS = 256;
/** Key objects remembered; making one costs as much as the verification. */
const KEY_CACHE_MAX = 10_000;

export type ProofFault =
  | 'missing'
  | 'malformed'
  | 'wrong-typ'
  | 'wrong-alg'
  | 'unusable-key'
  | 'bad-signature'
  | 'missing-claim'
  | 'wrong-method'
  | 'wrong-url'
  | 'wrong-token'
  | 'wrong-key';

export interface ProofRequest {
  method: string;
  /** Public URL of the request, without query. */
  url: string;
  /** At the API: the access token of the request (`ath`), and the thumbprint of the key that it is bound to. */
  accessToken?: string;
  boundTo?: string;
}

/** All checks except time and replay, which need a clock and a memory. */
export interface CheckedProof {
  /** SHA-256 thumbprint (RFC 7638) of the key. */
  jkt: string;
  jti: string;
  /** Epoch seconds, by the client's clock. */
  iat: number;
  nonce: string | undefined;
}

export interface ProofChecker {
  check(proof: string | undefined, request: ProofRequest): CheckedProof | ProofFault;
}

export function createProofChecker(): ProofChecker {
  const keys = new LRUCache<string, KeyObject>({ max: KEY_CACHE_MAX });
  return {
    check(proof, request) {
      if (proof === undefined || proof === '') return 'missing';
      const parts = splitCompact(proof, PROOF_MAX_CHARS);
      const header = parts && parseJsonObject(parts.header);
      const claims = parts && parseJsonObject(parts.payload);
      if (parts === undefined || header === undefined || claims === undefined) return 'malformed';
      if (header.typ !== 'dpop+jwt') return 'wrong-typ';
      if (header.alg !== 'ES256') return 'wrong-alg';
      if ('crit' in header || 'b64' in header) return 'malformed';
      const jwk = publicJwkOf(header.jwk);
      if (jwk === undefined) return 'unusable-key';
      const jkt = hash('sha256', jwk, 'base64url');
      const known = keys.get(jkt);
      const key = known ?? publicKeyOf(jwk);
      if (key === undefined) return 'unusable-key';
      const signed = Buffer.from(parts.signed);
      if (!verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, parts.signature))
        return 'bad-signature';
      if (known === undefined) keys.set(jkt, key);
      return checkClaims(claims, jkt, request);
    },
  };
}

function checkClaims(
  claims: Record<string, unknown>,
  jkt: string,
  request: ProofRequest,
): CheckedProof | ProofFault {
  const { jti, htm, htu, iat, nonce, ath } = claims;
  if (typeof jti !== 'string' || jti === '' || jti.length > JTI_MAX_CHARS) return 'missing-claim';
  if (typeof iat !== 'number' || !Number.isSafeInteger(Math.floor(iat))) return 'missing-claim';
  if (nonce !== undefined && typeof nonce !== 'string') return 'missing-claim';
  if (htm !== request.method) return 'wrong-method';
  if (typeof htu !== 'string' || !isSameUrl(htu, request.url)) return 'wrong-url';
  if (request.accessToken !== undefined && ath !== hash('sha256', request.accessToken, 'base64url')) {
    return 'wrong-token';
  }
  if (request.boundTo !== undefined && request.boundTo !== jkt) return 'wrong-key';
  return { jkt, jti, iat, nonce };
}

/** The public P-256 key as RFC 7638 spells it; undefined for any other kind, and for one with private parts. */
function publicJwkOf(jwk: unknown): string | undefined {
  if (typeof jwk !== 'object' || jwk === null) return undefined;
  const { kty, crv, x, y, ...rest } = jwk as Record<string, unknown>;
  if (kty !== 'EC' || crv !== 'P-256' || !isCoordinate(x) || !isCoordinate(y)) return undefined;
  if (['d', 'k', 'p', 'q', 'dp', 'dq', 'qi', 'oth'].some((name) => name in rest)) return undefined;
  return `{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`;
}

/** 32 bytes in canonical base64url: the last character carries four bits. */
function isCoordinate(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(value);
}

/** Node refuses points that are not on the curve. */
function publicKeyOf(jwk: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: JSON.parse(jwk), format: 'jwk' });
  } catch {
    return undefined;
  }
}
