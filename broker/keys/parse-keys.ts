/** Parses key sets. Error messages name the setting and the position, never a key. Pure: no I/O. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import Type from 'typebox';
import { Value } from 'typebox/value';
import type { KeySet, SigningKey, VaultKey } from './key-set.ts';

const KID = '^[A-Za-z0-9_-]{1,64}$';
const COORDINATE = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
const PrivateJwkSchema = Type.Object({
  kty: Type.Literal('EC'),
  crv: Type.Literal('P-256'),
  x: COORDINATE,
  y: COORDINATE,
  d: COORDINATE,
  kid: Type.String({ pattern: KID }),
});
const JwkSetSchema = Type.Object({ keys: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 100 }) });
const VaultKeysSchema = Type.Record(Type.String({ pattern: KID }), Type.String());

const VAULT_KEY_BYTES = 32;
/** 32 random bytes have about 30 different values; a key with fewer than half of that is not random. */
const DISTINCT_BYTES_MIN = 16;

export function parseSigningKeys(
  name: string,
  text: string,
  activeKid: string | undefined,
  faults: string[],
): KeySet<SigningKey> {
  const json = parseJson(text);
  const keys = new Map<string, SigningKey>();
  if (!Value.Check(JwkSetSchema, json)) {
    faults.push(`${name} must be a JWK Set with at least one key`);
    return { activeKid: '', keys };
  }
  json.keys.forEach((jwk, index) => {
    const key = Value.Check(PrivateJwkSchema, jwk) ? signingKeyOf(jwk) : undefined;
    if (key === undefined || !Value.Check(PrivateJwkSchema, jwk)) {
      faults.push(`${name} key ${index + 1} must be a private P-256 key (kty, crv, x, y, d) with a kid`);
    } else if (keys.has(jwk.kid)) {
      faults.push(`${name} key ${index + 1} has a kid that another key has`);
    } else keys.set(jwk.kid, key);
  });
  return { activeKid: chooseActive(name, keys, activeKid, faults), keys };
}

export function parseVaultKeys(
  name: string,
  text: string,
  activeKid: string | undefined,
  faults: string[],
): KeySet<VaultKey> {
  const json = parseJson(text);
  const keys = new Map<string, VaultKey>();
  if (!Value.Check(VaultKeysSchema, json) || Object.keys(json).length === 0) {
    faults.push(`${name} must be a JSON object: key id to key`);
    return { activeKid: '', keys };
  }
  Object.entries(json).forEach(([kid, encoded], index) => {
    const key = new RegExp(KID).test(kid) ? Buffer.from(encoded, 'base64url') : Buffer.alloc(0);
    if (key.length !== VAULT_KEY_BYTES || key.toString('base64url') !== encoded) {
      faults.push(
        `${name} key ${index + 1} must be ${VAULT_KEY_BYTES} bytes in base64url, under a plain key id`,
      );
    } else if (new Set(key).size < DISTINCT_BYTES_MIN) {
      faults.push(`${name} key ${index + 1} is weak: it must be random bytes`);
    } else keys.set(kid, key);
  });
  return { activeKid: chooseActive(name, keys, activeKid, faults), keys };
}

function chooseActive(
  name: string,
  keys: ReadonlyMap<string, unknown>,
  activeKid: string | undefined,
  faults: string[],
): string {
  const [only] = keys.keys();
  if (activeKid === undefined && keys.size === 1 && only !== undefined) return only;
  if (activeKid !== undefined && keys.has(activeKid)) return activeKid;
  if (keys.size > 0) faults.push(`${name} needs an active key id that names one of its keys`);
  return '';
}

/** Node refuses points that are not on the curve; the public part must belong to the private one. */
function signingKeyOf(jwk: { x: string; y: string; d: string }): SigningKey | undefined {
  const publicJwk = { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y } as const;
  try {
    const privateKey = createPrivateKey({ key: { ...publicJwk, d: jwk.d }, format: 'jwk' });
    const publicKey = createPublicKey({ key: publicJwk, format: 'jwk' });
    return createPublicKey(privateKey).equals(publicKey) ? { privateKey, publicKey, publicJwk } : undefined;
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
