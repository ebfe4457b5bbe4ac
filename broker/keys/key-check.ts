/**
 * Stores a fingerprint of every key, so that the broker detects a changed key at its start, and not by lost sessions.
 */
import { createHmac, hash } from 'node:crypto';
import type { SqlRunner } from '../database/database.ts';
import { KeyError } from './key-error.ts';
import type { BrokerKeys } from './key-set.ts';

type KeyPurpose = 'signing' | 'vault';

interface KeyMark {
  purpose: KeyPurpose;
  kid: string;
  fingerprint: string;
}

/** @throws KeyError when a key has another value than before, or sessions still need a missing key */
export async function checkKeys(store: SqlRunner, keys: BrokerKeys): Promise<void> {
  for (const mark of marksOf(keys)) {
    await store.run(
      'INSERT INTO key_marks (purpose, kid, fingerprint) VALUES (?, ?, ?) ON CONFLICT (purpose, kid) DO NOTHING',
      [mark.purpose, mark.kid, mark.fingerprint],
    );
    const [known] = await store.all('SELECT fingerprint FROM key_marks WHERE purpose = ? AND kid = ?', [
      mark.purpose,
      mark.kid,
    ]);
    if (known?.fingerprint !== mark.fingerprint) {
      throw new KeyError(
        `The ${mark.purpose} key "${mark.kid}" is not the one that was used before under this id. Restore the old key, and add the new one under an id of its own.`,
      );
    }
  }
  await refuseMissing(store, 'vault', 'vault_kid', keys.vault.keys);
  await refuseMissing(store, 'signing', 'signing_kid', keys.signing.keys);
}

/** Whether this store has ever been used with keys. */
export async function hasKeyMarks(store: SqlRunner): Promise<boolean> {
  return (await store.all('SELECT kid FROM key_marks LIMIT 1')).length > 0;
}

async function refuseMissing(
  store: SqlRunner,
  purpose: KeyPurpose,
  column: 'vault_kid' | 'signing_kid',
  keys: ReadonlyMap<string, unknown>,
): Promise<void> {
  for await (const kid of kidsOfSessions(store, column)) {
    if (keys.has(kid)) continue;
    const [row] = await store.all(`SELECT COUNT(*) AS sessions FROM sessions WHERE ${column} = ?`, [kid]);
    throw new KeyError(
      `The ${purpose} key "${kid}" is missing, and ${row?.sessions} session(s) still need it. Restore it as a retired key.`,
    );
  }
}

/** Reads each distinct value once, with the index: a start takes as long with a million sessions as with one. */
async function* kidsOfSessions(
  store: SqlRunner,
  column: 'vault_kid' | 'signing_kid',
): AsyncGenerator<string> {
  for (let last = ''; ; ) {
    const [row] = await store.all(`SELECT MIN(${column}) AS kid FROM sessions WHERE ${column} > ?`, [last]);
    if (row?.kid === null || row?.kid === undefined) return;
    last = String(row.kid);
    yield last;
  }
}

function marksOf(keys: BrokerKeys): KeyMark[] {
  return [
    ...[...keys.vault.keys].map(([kid, key]) => ({
      purpose: 'vault' as const,
      kid,
      fingerprint: createHmac('sha256', key).update('contacts-for-envoke vault key mark').digest('base64url'),
    })),
    ...[...keys.signing.keys].map(([kid, key]) => ({
      purpose: 'signing' as const,
      kid,
      fingerprint: hash('sha256', `${key.publicJwk.x}.${key.publicJwk.y}`, 'base64url'),
    })),
  ];
}
