/**
 * Changes of a key set as pure functions: each returns the new keys, or throws a KeyError that says why it is not
 * possible.
 */
import { KeyError } from '../../keys/key-error.ts';
import type { BrokerKeys, KeySet } from '../../keys/key-set.ts';

export type KeyPurpose = keyof BrokerKeys;

/** `keys` with one of its sets changed. */
export function changeSet(
  keys: BrokerKeys,
  purpose: KeyPurpose,
  change: <Key>(set: KeySet<Key>) => KeySet<Key>,
): BrokerKeys {
  return purpose === 'vault'
    ? { ...keys, vault: change(keys.vault) }
    : { ...keys, signing: change(keys.signing) };
}

/** Adds the keys of `more` at the end of both sets; the active keys stay active. */
export function addKeys(keys: BrokerKeys, more: Partial<BrokerKeys>): BrokerKeys {
  return {
    signing: joined(keys.signing, more.signing),
    vault: joined(keys.vault, more.vault),
  };
}

/** @throws KeyError when there is no such key */
export function activateKey<Key>(set: KeySet<Key>, kid: string): KeySet<Key> {
  requireKey(set, kid);
  return { ...set, activeKid: kid };
}

/** The key added after the active one; undefined when the active one is the newest. */
export function successorOf(set: KeySet<unknown>): string | undefined {
  const kids = [...set.keys.keys()];
  return kids[kids.indexOf(set.activeKid) + 1];
}

/** @throws KeyError when there is no such key, or it is the active one */
export function dropKey<Key>(set: KeySet<Key>, kid: string): KeySet<Key> {
  requireKey(set, kid);
  if (kid === set.activeKid)
    throw new KeyError(`The key "${kid}" is the active one. Activate another, then drop it.`);
  return { ...set, keys: new Map([...set.keys].filter(([other]) => other !== kid)) };
}

/** @throws KeyError when there is no such key */
export function requireKey(set: KeySet<unknown>, kid: string): void {
  if (!set.keys.has(kid))
    throw new KeyError(`There is no key "${kid}". There are: ${[...set.keys.keys()].join(', ')}.`);
}

function joined<Key>(set: KeySet<Key>, more: KeySet<Key> | undefined): KeySet<Key> {
  return { ...set, keys: new Map([...set.keys, ...(more?.keys ?? [])]) };
}
