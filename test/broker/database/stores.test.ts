/** What both stores promise, tested by one suite. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { applyMigrations, MIGRATIONS, NewerStoreError } from '../../../broker/database/migrations.ts';
import { describeBothStores } from './both-stores.ts';

describeBothStores('a store', (store) => {
  it('gives back numbers, texts, bytes and nothing as they were', async () => {
    const { database } = store;
    await database.run('CREATE TABLE things (a BIGINT, b TEXT, c BYTEA, d TEXT)');
    const big = 4_102_444_800_123;
    expect(
      await database.run('INSERT INTO things VALUES (?, ?, ?, ?)', [big, "é'?", Buffer.from([0, 255]), null]),
    ).toBe(1);
    const [row] = await database.all('SELECT * FROM things WHERE b = ?', ["é'?"]);
    expect(row).toMatchObject({ a: big, b: "é'?", d: null });
    expect([...((row?.c ?? []) as Uint8Array)]).toEqual([0, 255]);
  });

  it('counts the rows that a statement changed', async () => {
    const { database } = store;
    const insert = 'INSERT INTO seen_proofs VALUES (?, ?) ON CONFLICT (proof_hash) DO NOTHING';
    expect(await database.run(insert, ['one', 1])).toBe(1);
    expect(await database.run(insert, ['one', 1])).toBe(0);
    expect(await database.run('DELETE FROM seen_proofs WHERE expires_at < ?', [9])).toBe(1);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const { database } = store;
    const failing = database.transaction(async (runner) => {
      await runner.run('INSERT INTO seen_proofs VALUES (?, ?)', ['half', 1]);
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect(await database.all('SELECT * FROM seen_proofs')).toEqual([]);
  });

  it('gives a transaction the time that it names, longer than a request may take', async () => {
    const { database } = store;
    const insert = 'INSERT INTO seen_proofs VALUES (?, ?)';
    await database.transaction(async (runner) => {
      await runner.run(insert, ['first', 1]);
      await sleep(4_000);
      await runner.run(insert, ['second', 1]);
    }, 60_000);
    expect(await database.all('SELECT * FROM seen_proofs')).toHaveLength(2);
  });

  it('keeps other statements out of a transaction', async () => {
    const { database } = store;
    let goOn = () => {};
    const pause = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const failing = database.transaction(async (runner) => {
      await runner.run('INSERT INTO seen_proofs VALUES (?, ?)', ['inside', 1]);
      await pause;
      throw new Error('rolled back');
    });
    const outside = database.run('INSERT INTO seen_proofs VALUES (?, ?)', ['outside', 1]);
    goOn();
    await Promise.allSettled([failing, outside]);
    expect(await database.all('SELECT proof_hash FROM seen_proofs')).toEqual([{ proof_hash: 'outside' }]);
  });

  it('lets exactly one of many claim the same row', async () => {
    const others = [store.database, store.openAnother(), store.openAnother()];
    const claims = Array.from({ length: 30 }, (_, index) =>
      others[index % 3]?.run('INSERT INTO seen_proofs VALUES (?, ?) ON CONFLICT (proof_hash) DO NOTHING', [
        'same',
        1,
      ]),
    );
    const changed = await Promise.all(claims);
    expect(changed.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(1);
  });

  it('is migrated once when several brokers start at the same moment', async () => {
    const fresh = [store.openAnother(), store.openAnother(), store.openAnother(), store.openAnother()];
    await store.database.run('DROP TABLE seen_proofs');
    await store.database.run('DROP TABLE migrations');
    for (const { name } of await tablesOf(store.database)) await store.database.run(`DROP TABLE ${name}`);
    await Promise.all(fresh.map((database) => database.migrate()));
    const applied = await store.database.all('SELECT id FROM migrations ORDER BY id');
    expect(applied.map(({ id }) => id)).toEqual(MIGRATIONS.map(({ id }) => id));
  });

  it('refuses a store that a newer broker has changed', async () => {
    const { database } = store;
    await database.run('INSERT INTO migrations (id, name) VALUES (?, ?)', [999, 'from the future']);
    await expect(database.migrate()).rejects.toThrow(NewerStoreError);
  });

  it('gives sessions from before owners no owner and no name', async () => {
    const { database } = store;
    for (const column of ['owner_hash', 'device_name']) {
      await database.run(`ALTER TABLE sessions DROP COLUMN ${column}`);
    }
    await database.run("DELETE FROM migrations WHERE name = 'session owners'");
    const columns = 'id, account_id, account_name, browser, sealed, vault_kid, signing_kid';
    const instants = 'created_at, last_used_at, expires_at, connection_expires_at';
    await database.run(
      `INSERT INTO sessions (${columns}, ${instants}) VALUES ('old', '7', '', '', ?, '', '', 1, 1, 1, 1)`,
      [new Uint8Array(1)],
    );
    await database.migrate();
    expect(await database.all('SELECT id, owner_hash, device_name FROM sessions')).toEqual([
      { id: 'old', owner_hash: null, device_name: '' },
    ]);
  });

  it('keeps nothing of a migration that fails half way', async () => {
    const { database } = store;
    const broken = {
      id: 1_000,
      name: 'broken',
      statements: ['CREATE TABLE half (a TEXT)', 'CREATE NONSENSE'],
    };
    const migrating = database.transaction((runner) => applyMigrations(runner, [...MIGRATIONS, broken]));
    await expect(migrating).rejects.toThrow();
    await expect(database.all('SELECT * FROM half')).rejects.toThrow();
  });
});

function tablesOf(database: { kind: string; all(sql: string): Promise<Record<string, unknown>[]> }) {
  return database.all(
    database.kind === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table'"
      : "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
}
