/** Proofs that all brokers on a store share: each counts once, however many come together. */
import { expect, it } from 'vitest';
import { createProofTable } from '../../../broker/session/seen-proofs.ts';
import { describeBothStores } from '../database/both-stores.ts';

const proof = (jti: string) => ({ jkt: 'a-key', jti, usableFromMs: 0 });

describeBothStores('the table of used proofs', (store) => {
  const tableOf = (database = store.database) =>
    createProofTable(database, { retainSeconds: 60, now: () => 1_000_000 });

  it('accepts each of many parallel proofs exactly once', async () => {
    const table = tableOf();
    const names = Array.from({ length: 700 }, (_, at) => `proof-${at % 600}`);
    const claims = await Promise.all(names.map((name) => table.claim(proof(name))));
    expect(claims.filter((claim) => claim === 'new')).toHaveLength(600);
    expect(await table.claim(proof('proof-0'))).toBe('used');
  });

  it('writes parallel proofs in one statement, and accepts none before it is written', async () => {
    const statements: string[] = [];
    let isWritten = false;
    const { database } = store;
    const watched = {
      ...database,
      all: async (sql: string, params?: readonly (string | number)[]) => {
        statements.push(sql);
        const rows = await database.all(sql, params);
        isWritten = true;
        return rows;
      },
    } as typeof database;
    const table = createProofTable(watched, { retainSeconds: 60, now: () => 1_000_000 });
    const claims = ['a', 'b', 'c'].map((name) =>
      table.claim(proof(name)).then((claim) => [claim, isWritten]),
    );
    expect(await Promise.all(claims)).toEqual([
      ['new', true],
      ['new', true],
      ['new', true],
    ]);
    expect(statements).toHaveLength(1);
  });

  it('refuses a proof that another broker accepted, and fails when the store fails', async () => {
    const [one, other] = [tableOf(), tableOf(store.openAnother())];
    expect(await one.claim(proof('shared'))).toBe('new');
    expect(await other.claim(proof('shared'))).toBe('used');
    const lost = { ...store.database, all: () => Promise.reject(new Error('store is gone')) };
    const failing = createProofTable(lost as unknown as typeof store.database, {
      retainSeconds: 60,
      now: () => 1_000_000,
    });
    await expect(failing.claim(proof('x'))).rejects.toThrow('store is gone');
  });
});
