/** Stores with more rows than one read returns: every row is in the copy, and only once. */
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { COPY_DEADLINE_MS, dumpLines, restoreLines } from '../../../broker/commands/backup/store-dump.ts';
import { describeBothStores } from '../database/both-stores.ts';

/** Three pages. */
const ROWS = 2_500;
const ALL = 'SELECT * FROM withdrawals ORDER BY account_id, digest';

describeBothStores('a copy of a large store', (store) => {
  it('has every row once, and restores completely', async () => {
    const { database } = store;
    // Most are of one account, so that a page ends in the middle of it; the others sort differently from store to store.
    const accounts = ['a', 'B', 'é', '10', '9'];
    for (let index = 0; index < ROWS; index += 1) {
      const account = index % 2 === 0 ? 'a' : (accounts[index % 5] ?? 'a');
      await database.run('INSERT INTO withdrawals VALUES (?, ?, ?, ?, ?)', [
        account,
        `${index % 3 === 0 ? 'D' : 'd'}-${index}`,
        'Revoked',
        String(index),
        index,
      ]);
    }
    const rows = await database.all(ALL);
    const lines: string[] = [];
    await database.transaction(async (runner) => {
      for await (const line of dumpLines(runner, ['withdrawals'])) lines.push(line);
    }, COPY_DEADLINE_MS);
    expect(new Set(lines).size).toBe(ROWS + 2);

    await database.run('DELETE FROM withdrawals');
    const restored = await database.transaction(
      (runner) => restoreLines(runner, Readable.from(lines)),
      COPY_DEADLINE_MS,
    );
    expect(restored).toBe(ROWS);
    expect(await database.all(ALL)).toEqual(rows);
  });
});
