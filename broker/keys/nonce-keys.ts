/**
 * Keys of the DPoP nonces, derived from the vault keys: brokers with the same vault keys accept each other's nonces.
 */
import { hkdfSync } from 'node:crypto';
import type { KeySet, VaultKey } from './key-set.ts';

const KEY_BYTES = 32;

/** The active key's first. */
export function nonceKeys({ activeKid, keys }: KeySet<VaultKey>): Uint8Array[] {
  return [...keys]
    .sort(([a], [b]) => Number(b === activeKid) - Number(a === activeKid))
    .map(
      ([, key]) =>
        new Uint8Array(hkdfSync('sha256', key, '', 'contacts-for-envoke dpop nonce v1', KEY_BYTES)),
    );
}
