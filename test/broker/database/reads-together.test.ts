/** Reads that are asked in one turn of the event loop share a connection to PostgreSQL, and nothing else. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../broker/database/database.ts';
import { openPostgres } from '../../../broker/database/postgres.ts';
import { createDatabase } from '../../postgres.ts';

const CONNECTION = 'SELECT pg_backend_pid() AS pid';

describe('reads of one turn, on PostgreSQL', () => {
  let url: string;
  let database: Database;
  const connections = async (count: number) => {
    const answers = await Promise.all(Array.from({ length: count }, () => database.all(CONNECTION)));
    return answers.map(([row]) => row?.pid);
  };

  beforeEach(async () => {
    url = await createDatabase();
    database = openPostgres(url);
    await database.migrate();
    await database.run("INSERT INTO running_brokers (id, keys, seen_at) VALUES ('a', '', 1)");
  });
  afterEach(() => database.close());

  it('fail alone', async () => {
    const divide = (by: number) => database.all('SELECT 6 / CAST(? AS INTEGER) AS sixth', [by]);
    const answers = await Promise.allSettled([divide(1), divide(0), divide(3)]);
    expect(answers).toMatchObject([
      { status: 'fulfilled', value: [{ sixth: 6 }] },
      { status: 'rejected' },
      { status: 'fulfilled', value: [{ sixth: 2 }] },
    ]);
    expect(await divide(2)).toEqual([{ sixth: 3 }]);
  });

  it('are each asked again when their connection ends under them', async () => {
    const reads = [1, 2, 3].map((at) => database.all('SELECT pg_sleep(0.7), ? AS at', [at]));
    const another = openPostgres(url);
    const end = () =>
      another.all(`SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
        WHERE query LIKE '%pg_sleep(0.7)%' AND datname = current_database() AND pid <> pg_backend_pid()`);
    // A busy machine is slow to open the other connection.
    await expect.poll(end, { timeout: 10_000 }).toHaveLength(1);
    await another.close();
    expect((await Promise.all(reads)).map(([row]) => row?.at)).toEqual(['1', '2', '3']);
  });

  it('do not wait for a write of the same turn that waits for a lock', async () => {
    const { promise: untilFree, resolve: free } = Promise.withResolvers<void>();
    const { promise: untilHeld, resolve: held } = Promise.withResolvers<void>();
    const change = "UPDATE running_brokers SET seen_at = 2 WHERE id = 'a'";
    const holder = database.transaction(async (runner) => {
      await runner.run(change);
      held();
      await untilFree;
    });
    await untilHeld;
    const order: string[] = [];
    const write = database.run(change).then(() => order.push('write'));
    await database.all(CONNECTION).then(() => order.push('read'));
    free();
    await Promise.all([write, holder]);
    expect(order).toEqual(['read', 'write']);
  });

  it('share a connection', async () => {
    expect(new Set(await connections(20)).size).toBe(1);
  });
});
