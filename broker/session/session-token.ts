/**
 * The session token: a JWT (ES256) bound to the extension's DPoP key, which also carries the secret that the vault needs.
 * @see RFC 9068 (claims, typ), RFC 8725 (checks), RFC 9449 section 6.1 (cnf.jkt)
 */
import { hash } from 'node:crypto';
import { compactVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { SIGNED_AHEAD_MAX_SECONDS } from '../clock.ts';
import { activeKey, type KeySet, type SigningKey } from '../keys/key-set.ts';
import { randomId } from '../keys/random-id.ts';
import { decodeBase64url, parseJsonObject, splitCompact } from './base64url.ts';

/** A token of ours has about 700 characters. */
const SESSION_TOKEN_MAX_CHARS = 2_048;
const TYP = 'at+jwt';
const ALG = 'ES256';
/** No session is longer (SESSION_TTL_SECONDS). */
const LIFETIME_MAX_SECONDS = 366 * 86_400;
/** Verified tokens remembered; each costs about 1 kB. */
const CACHE_MAX = 10_000;

const closed = { additionalProperties: false } as const;
const Hash = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
const Instant = Type.Integer({ minimum: 0, maximum: 4_102_444_800 });
const ClaimsSchema = Type.Object(
  {
    iss: Type.String(),
    aud: Type.String(),
    sub: Type.String({ minLength: 1 }),
    client_id: Type.String({ minLength: 1 }),
    sid: Hash,
    iat: Instant,
    exp: Instant,
    jti: Hash,
    cnf: Type.Object({ jkt: Hash }, closed),
    /** The vault's secret for this session, 32 bytes in base64url. */
    seal: Hash,
  },
  closed,
);
export type SessionClaims = Static<typeof ClaimsSchema>;
type NewSessionClaims = Pick<SessionClaims, 'sub' | 'client_id' | 'sid' | 'iat' | 'exp' | 'cnf'>;

export interface SessionTokens {
  /** Signs with the active key. `seal` is the secret, 32 bytes. */
  sign(claims: NewSessionClaims, seal: Uint8Array): Promise<string>;
  /** The claims; undefined when any check fails. `evenExpired` is for revocation. */
  verify(token: string, options?: { evenExpired?: boolean }): Promise<SessionClaims | undefined>;
}

/** @param issuer the broker's public URL, which is both issuer and audience */
export function createSessionTokens(
  keys: KeySet<SigningKey>,
  issuer: string,
  now: () => number,
): SessionTokens {
  const claimsForm = Compile(ClaimsSchema);
  const cache = new LRUCache<string, SessionClaims>({ max: CACHE_MAX });

  const verifySignature = async (token: string): Promise<SessionClaims | undefined> => {
    const key = keyOf(token, keys);
    if (key === undefined) return undefined;
    try {
      const { payload } = await compactVerify(token, key.publicKey, { algorithms: [ALG] });
      const claims = parseJsonObject(payload);
      if (!claimsForm.Check(claims)) return undefined;
      const lifetimeSeconds = claims.exp - claims.iat;
      if (lifetimeSeconds <= 0 || lifetimeSeconds > LIFETIME_MAX_SECONDS) return undefined;
      return claims.iss === issuer && claims.aud === issuer ? claims : undefined;
    } catch {
      return undefined;
    }
  };

  return {
    sign: (claims, seal) =>
      new SignJWT({
        ...claims,
        iss: issuer,
        aud: issuer,
        jti: randomId(),
        seal: Buffer.from(seal).toString('base64url'),
      })
        .setProtectedHeader({ alg: ALG, typ: TYP, kid: keys.activeKid })
        .sign(activeKey(keys).privateKey),

    async verify(token, { evenExpired = false } = {}) {
      if (token.length > SESSION_TOKEN_MAX_CHARS) return undefined;
      const cacheKey = hash('sha256', token, 'base64');
      const known = cache.get(cacheKey);
      const claims = known ?? (await verifySignature(token));
      if (claims === undefined) return undefined;
      if (known === undefined) cache.set(cacheKey, claims);
      const seconds = now() / 1000;
      if (claims.iat > seconds + SIGNED_AHEAD_MAX_SECONDS) return undefined;
      return evenExpired || claims.exp > seconds ? claims : undefined;
    },
  };
}

/**
 * An attacker can write the header. Only its `kid`, looked up among our keys, is used; `jku`, `x5u`, `jwk` and `crit`
 * are refused.
 */
function keyOf(token: string, keys: KeySet<SigningKey>): SigningKey | undefined {
  const parts = splitCompact(token, SESSION_TOKEN_MAX_CHARS);
  const header = parts && parseJsonObject(parts.header);
  if (header === undefined || header.typ !== TYP || header.alg !== ALG) return undefined;
  if (Object.keys(header).some((name) => name !== 'typ' && name !== 'alg' && name !== 'kid'))
    return undefined;
  return typeof header.kid === 'string' ? keys.keys.get(header.kid) : undefined;
}

/** The vault's secret, from verified claims. */
export function sealOf(claims: SessionClaims): Uint8Array {
  return decodeBase64url(claims.seal) ?? new Uint8Array();
}
