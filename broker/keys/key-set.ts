/** Keys by id. One is active and signs and seals. All the others are retired and still verify and open. */
import type { KeyObject } from 'node:crypto';

export interface KeySet<Key> {
  readonly activeKid: string;
  readonly keys: ReadonlyMap<string, Key>;
}

/** P-256 key pair of the session tokens (ES256). */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** Public part, as published in the JWKS. */
  readonly publicJwk: { kty: 'EC'; crv: 'P-256'; x: string; y: string };
}

/** 32 bytes; never used directly, only to derive other keys. */
export type VaultKey = Uint8Array;

export interface BrokerKeys {
  readonly signing: KeySet<SigningKey>;
  readonly vault: KeySet<VaultKey>;
}

/** The key that signs or seals. */
export function activeKey<Key>(set: KeySet<Key>): Key {
  const key = set.keys.get(set.activeKid);
  if (key === undefined) throw new Error('a key set without its active key');
  return key;
}
