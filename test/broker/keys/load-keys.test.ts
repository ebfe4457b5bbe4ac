/** The broker does not start on keys that are missing, weak, changed, or open to others. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../broker/database/database.ts';
import { openSqlite } from '../../../broker/database/sqlite.ts';
import { KeyError } from '../../../broker/keys/key-error.ts';
import { newSigningKey, newVaultKey } from '../../../broker/keys/key-file.ts';
import { loadKeys } from '../../../broker/keys/load-keys.ts';
import { parseSigningKeys, parseVaultKeys } from '../../../broker/keys/parse-keys.ts';

let dataDir: string;
let database: Database;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'keys-'));
  database = openSqlite(join(dataDir, 'store.sqlite'));
  await database.migrate();
});
afterEach(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const file = () => join(dataDir, 'keys.json');
const load = () => loadKeys({ keys: undefined, dataDir }, database);
const change = (edit: (content: { vault: { keys: Record<string, string> } }) => void) => {
  const content = JSON.parse(readFileSync(file(), 'utf8'));
  edit(content);
  writeFileSync(file(), JSON.stringify(content));
};

it('makes keys on the first start, for the owner alone, and takes the same ones ever after', async () => {
  const made = await load();
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  const again = await load();
  expect(again.vault.activeKid).toBe(made.vault.activeKid);
  expect(again.signing.activeKid).toBe(made.signing.activeKid);
});

it('takes the keys of the first when several brokers start for the first time together', async () => {
  const others = Array.from({ length: 4 }, () => openSqlite(join(dataDir, 'store.sqlite')));
  const loaded = await Promise.all(
    [database, ...others].map((store) => loadKeys({ keys: undefined, dataDir }, store)),
  );
  expect(new Set(loaded.map(({ vault }) => vault.activeKid)).size).toBe(1);
  await Promise.all(others.map((store) => store.close()));
});

it('does not make new keys for a store that was used with others', async () => {
  await load();
  rmSync(file());
  await expect(load()).rejects.toThrow(KeyError);
});

it('does not replace a lost store with an empty one', async () => {
  await load();
  const other = openSqlite(join(dataDir, 'other.sqlite'));
  await other.migrate();
  await expect(loadKeys({ keys: undefined, dataDir }, other)).rejects.toThrow(/another store/);
  await other.close();
});

it('notices a key that has changed under its id', async () => {
  const { vault } = await load();
  change((content) => {
    content.vault.keys[vault.activeKid] = newVaultKey().key;
  });
  await expect(load()).rejects.toThrow(/not the one that was used before/);
});

it.each([
  ['cut short', () => writeFileSync(file(), readFileSync(file(), 'utf8').slice(0, 40))],
  ['empty', () => writeFileSync(file(), '')],
  ['open to others', () => chmodSync(file(), 0o644)],
])('refuses a key file that is %s', async (_what, damage) => {
  await load();
  damage();
  await expect(load()).rejects.toThrow(KeyError);
});

it('refuses to start without a key that sessions still need', async () => {
  await load();
  await database.run(
    `INSERT INTO sessions (id, account_id, account_name, browser, sealed, vault_kid, signing_kid, created_at, last_used_at, expires_at, connection_expires_at)
     VALUES ('one', '1', '', '', ?, 'gone', 'gone', 1, 1, 9, 9)`,
    [new Uint8Array(1)],
  );
  await expect(load()).rejects.toThrow(/1 session\(s\) still need it/);
});

it.each<[string, unknown]>([
  ['31 bytes', Buffer.alloc(31, 'abcdefghijklmnopqrstuvwxyz').toString('base64url')],
  ['a word', 'changeme'],
  ['one byte repeated', Buffer.alloc(32, 1).toString('base64url')],
  ['padding', `${newVaultKey().key}=`],
])('refuses a vault key of %s, without printing it', (_what, key) => {
  const faults: string[] = [];
  parseVaultKeys('VAULT_KEYS', JSON.stringify({ a: key }), undefined, faults);
  expect(faults).toHaveLength(1);
  expect(faults.join()).not.toContain(String(key));
});

it.each<[string, Record<string, unknown>]>([
  ['without its private part', { d: undefined }],
  ['without a kid', { kid: undefined }],
  ['of another curve', { crv: 'P-384' }],
  ['whose public part is that of another key', { x: newSigningKey().x }],
])('refuses a signing key %s', (_what, changes) => {
  const faults: string[] = [];
  const set = { keys: [{ ...newSigningKey(), ...changes }] };
  parseSigningKeys('SESSION_SIGNING_KEYS', JSON.stringify(set), undefined, faults);
  expect(faults).toHaveLength(1);
});

it('needs to be told which of several keys is active', () => {
  const faults: string[] = [];
  const [a, b] = [newVaultKey(), newVaultKey()];
  const text = JSON.stringify({ [a.kid]: a.key, [b.kid]: b.key });
  parseVaultKeys('VAULT_KEYS', text, undefined, faults);
  parseVaultKeys('VAULT_KEYS', text, 'nobody', faults);
  expect(faults).toHaveLength(2);
  expect(parseVaultKeys('VAULT_KEYS', text, b.kid, []).activeKid).toBe(b.kid);
});
