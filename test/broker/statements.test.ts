/** What a request asks of the store: how many statements, and how much each of them reads. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDatabase } from '../postgres.ts';
import { type RunningBroker, startBroker } from './running-broker.ts';
import { TestClient } from './test-client.ts';

interface Statement {
  sql: string;
  values: number;
}

/** Written in the background, whatever is asked. */
const CHORES = /running_brokers|rate_counts/;

describe.each([
  ['SQLite', 2, async () => ({})],
  // The proof is remembered there, for all brokers.
  ['PostgreSQL', 3, async () => ({ DATABASE_URL: await createDatabase() })],
] as const)('a request of a signed-in person, on %s', (kind, most, makeEnv) => {
  let broker: RunningBroker;
  let ask: (path: string) => Promise<Statement[]>;

  beforeEach(async () => {
    broker = await startBroker({ env: await makeEnv() });
    const client = new TestClient(broker);
    const { access_token: token } = await client.signIn();
    const { database } = broker.app;
    ask = async (path) => {
      const made: Statement[] = [];
      for (const way of ['all', 'run'] as const) {
        const real = database[way].bind(database);
        vi.spyOn(database, way).mockImplementation((sql: string, params = []) => {
          if (!CHORES.test(sql)) made.push({ sql, values: params.length });
          // The two differ only in what they resolve with.
          return real(sql, params) as never;
        });
      }
      const answer = await client.call(token, path);
      vi.restoreAllMocks();
      expect(answer.status).toBe(200);
      return made;
    };
    // What an account's Envoke can do is asked once a day, and withdrawn consent is noted once.
    await ask('/v1/contacts?search=a');
  });
  afterEach(() => broker.close());

  it.each([
    ['a list', '/v1/contacts'],
    ['a search', '/v1/contacts?search=mar'],
    ['one contact', '/v1/contacts/1'],
    ['the account', '/v1/account'],
  ])(`takes ${most} statements at most: %s`, async (_what, path) => {
    await ask(path);
    expect((await ask(path)).length).toBeLessThanOrEqual(most);
  });

  if (kind === 'SQLite')
    it('reads no rows but those of its session and its contacts', async () => {
      const [session, days, ...rest] = await ask('/v1/contacts');
      expect(rest).toEqual([]);
      expect([session, days].map((statement) => planOf(statement))).toEqual([
        ['SEARCH sessions USING INDEX sqlite_autoindex_sessions_1 (id=?)'],
        ['SEARCH activity USING INDEX activity_of_contact (account_id=? AND contact_id=?)'],
      ]);
    });

  /** How SQLite finds the rows. */
  function planOf(statement: Statement | undefined): unknown[] {
    const { sql, values } = statement ?? { sql: '', values: 0 };
    const file = new DatabaseSync(join(broker.dataDir, 'contacts-for-envoke.sqlite'));
    try {
      const steps = file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array<string>(values).fill(''));
      return steps.map(({ detail }) => detail);
    } finally {
      file.close();
    }
  }
});
