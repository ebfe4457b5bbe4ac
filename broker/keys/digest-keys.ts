/**
 * Keys of the digests that replace addresses, derived from the vault keys: the store alone reveals nobody's address.
 */
import { hkdfSync } from 'node:crypto';
import type { KeySet, VaultKey } from './key-set.ts';

const KEY_BYTES = 32;

/** The active key's first; digests made with retired keys are still found. */
export function digestKeys({ activeKid, keys }: KeySet<VaultKey>): Uint8Array[] {
  return [...keys]
    .sort(([a], [b]) => Number(b === activeKid) - Number(a === activeKid))
    .map(
      ([, key]) =>
        new Uint8Array(hkdfSync('sha256', key, '', 'contacts-for-envoke withdrawals v1', KEY_BYTES)),
    );
}
