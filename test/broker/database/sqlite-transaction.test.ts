/** A transaction of the one connection to SQLite: whatever else the store is asked waits until it is over. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../../broker/database/database.ts';
import { openSqlite } from '../../../broker/database/sqlite.ts';

const INSERT = 'INSERT INTO seen_proofs VALUES (?, ?)';

async function openStore(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'transaction-'));
  const store = openSqlite(join(folder, 'store.sqlite'));
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  await store.migrate();
  return store;
}

it.each<[string, (store: Database) => Promise<unknown>]>([
  ['a query', (store) => store.all('SELECT * FROM seen_proofs')],
  ['a write', (store) => store.run(INSERT, ['other', 1])],
  ['another transaction', (store) => store.transaction(async () => {})],
])('refuses %s through the store inside a transaction, which would wait for itself', async (_what, ask) => {
  const store = await openStore();
  const inside = store.transaction(async (runner) => {
    await runner.run(INSERT, ['inside', 1]);
    await sleep(1);
    await ask(store);
  });
  await expect(inside).rejects.toThrow('only its own runner may be used');
  expect(await store.run(INSERT, ['inside', 1])).toBe(1);
});

it('serves what was begun inside a transaction and asks when that is over', async () => {
  const store = await openStore();
  let later: Promise<number> | undefined;
  await store.transaction(async () => {
    later = sleep(20).then(() => store.run(INSERT, ['later', 1]));
  });
  expect(await later).toBe(1);
});
