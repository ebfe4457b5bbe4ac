/** A store that goes away, shrinks or changes under a running broker: every write is refused, and the log says once what to do. */
import { copyFileSync, mkdtempSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildApp } from '../../../broker/app.ts';
import { loadConfig } from '../../../broker/config.ts';
import { openPostgres } from '../../../broker/database/postgres.ts';
import { openSqlite } from '../../../broker/database/sqlite.ts';
import { createDatabase } from '../../postgres.ts';
import { fewestSettings } from '../broker-settings.ts';
import { createRunningClock, type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';
import { type Adds, createAdds } from './adds.ts';

const FILE = 'contacts-for-envoke.sqlite';

interface Work {
  broker: RunningBroker;
  client: TestClient;
  token: string;
  adds: Adds;
  file: string;
  /** Errors of the log, by reason. */
  errors(): { reason: string; advice: string }[];
  ready(): Promise<number>;
}

async function atWork(env: Record<string, string> = {}): Promise<Work> {
  const broker = await startBroker({ env, clock: createRunningClock() });
  onTestFinished(() => broker.close());
  const client = new TestClient(broker);
  const { access_token: token } = await client.signIn();
  return {
    broker,
    client,
    token,
    adds: createAdds(client, token),
    file: join(broker.dataDir, FILE),
    errors: () =>
      broker.log
        .map((line) => JSON.parse(line) as { level: number; reason: string; advice: string })
        .filter(({ level }) => level >= 50),
    ready: async () => (await fetch(`${broker.url}/readyz`)).status,
  };
}

const statusOf = async (answer: Promise<Response>) => (await answer).status;

describe('a SQLite store under a running broker', () => {
  const lost: [string, (file: string) => void][] = [
    ['is deleted', (file) => rmSync(file)],
    ['is moved away', (file) => renameSync(file, `${file}.old`)],
    [
      'is replaced by another',
      (file) => {
        copyFileSync(file, `${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
    ],
    [
      'is written over with an empty one',
      (file) => {
        openSqlite(`${file}.empty`).close();
        copyFileSync(`${file}.empty`, file);
      },
    ],
    ['is truncated', (file) => truncateSync(file, 0)],
    ['loses its write-ahead log', (file) => rmSync(`${file}-wal`)],
    ['loses its shared memory, as to a backup tool', (file) => rmSync(`${file}-shm`)],
    [
      'loses its folder',
      (file) => {
        const folder = dirname(file);
        renameSync(folder, `${folder}.gone`);
        onTestFinished(() => rmSync(`${folder}.gone`, { recursive: true }));
      },
    ],
  ];
  it.each(lost)('takes no more writes when it %s', async (_how, lose) => {
    const { broker, client, token, adds, file, errors, ready } = await atWork();
    expect(await statusOf(adds.add('before@example.org'))).toBe(201);
    expect(await ready()).toBe(200);
    // Larger than an empty store, because of the rows added.
    new DatabaseSync(file).exec('PRAGMA wal_checkpoint(PASSIVE)');
    expect(await statusOf(adds.add('grown@example.org'))).toBe(201);
    lose(file);

    const refused = await adds.add('after@example.org');
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ type: expect.stringMatching(/store-unavailable$/) });
    expect(await ready()).toBe(503);
    expect(await statusOf(client.revoke(token))).toBe(503);
    await expect(new TestClient(broker).signIn()).rejects.toThrow();
    expect(errors()).toMatchObject([
      { reason: 'replaced', advice: expect.stringMatching(/Stop the broker.*restore a backup/) },
    ]);
    expect(broker.envoke.accounts.flatMap(({ people }) => people.list()).length).toBeGreaterThan(0);
  });

  it('takes no more writes when an older copy of the same size is written over it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'older-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [file, older] = [join(folder, FILE), join(folder, 'older')];
    const before = openSqlite(file);
    await before.migrate();
    // Leaves pages that are free, so that the file need not grow.
    for (let row = 0; row < 1_000; row += 1)
      await before.run('INSERT INTO seen_proofs VALUES (?, ?)', [`${row} ${'x'.repeat(100)}`, 1]);
    await before.run('DELETE FROM seen_proofs WHERE expires_at = ?', [1]);
    await before.close();
    copyFileSync(file, older);

    const { adds, errors, ready } = await atWork({ DATA_DIR: folder });
    expect(await statusOf(adds.add('before@example.org'))).toBe(201);
    new DatabaseSync(file).exec('PRAGMA wal_checkpoint(PASSIVE)');
    expect(await statusOf(adds.add('also-before@example.org'))).toBe(201);
    expect(statSync(file).size).toBe(statSync(older).size);
    copyFileSync(older, file);

    expect(await statusOf(adds.add('after@example.org'))).toBe(503);
    expect(await ready()).toBe(503);
    expect(errors()).toMatchObject([{ reason: 'replaced' }]);
  });

  it('works on when the file that was moved away is put back', async () => {
    const { adds, file, ready } = await atWork();
    renameSync(file, `${file}.old`);
    expect(await statusOf(adds.add('after@example.org'))).toBe(503);
    renameSync(`${file}.old`, file);
    await expect.poll(ready, { timeout: 10_000 }).toBe(200);
    expect(await adds.addUntilDone('after@example.org')).toBe(201);
  });
});

describe.each([
  ['SQLite', async () => ({})],
  ['PostgreSQL', async () => ({ DATABASE_URL: await createDatabase() })],
] as const)('a table of a store on %s', (kind, makeEnv) => {
  const open = (env: Record<string, string>, file: string) =>
    kind === 'SQLite' ? openSqlite(file) : openPostgres(env.DATABASE_URL ?? '');

  it.each(['write_claims', 'activity', 'sessions'])(
    'that is missing ends work with 503 and one line, and the next start: %s',
    async (table) => {
      const env = await makeEnv();
      const { broker, adds, file, errors, ready } = await atWork(env);
      const other = open(env, file);
      await other.run(`DROP TABLE ${table}`);
      await other.close();
      expect(await statusOf(adds.add('after@example.org'))).toBe(503);
      expect(await ready()).toBe(503);
      expect(errors()).toMatchObject([{ reason: 'incomplete', advice: expect.stringMatching(/restore it/) }]);
      const config = loadConfig({ ...fewestSettings(broker.dataDir), ...env });
      await expect(buildApp(config, { now: Date.now })).rejects.toMatchObject({ reason: 'incomplete' });
    },
  );
});

describe('a PostgreSQL database under a running broker', () => {
  /** Puts a new one in its place. */
  async function exchange(url: string): Promise<void> {
    const admin = new pg.Client({ connectionString: new URL('/postgres', url).href });
    await admin.connect();
    const name = new URL(url).pathname.slice(1);
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${name}`);
    await admin.end();
  }

  it('ends work with 503 and one line when an empty one takes its place', async () => {
    const url = await createDatabase();
    const { adds, errors, ready } = await atWork({ DATABASE_URL: url });
    expect(await statusOf(adds.add('before@example.org'))).toBe(201);
    await exchange(url);
    expect(await statusOf(adds.add('after@example.org'))).toBe(503);
    expect(await ready()).toBe(503);
    await expect.poll(() => errors().at(-1)?.reason, { timeout: 10_000 }).toBe('incomplete');
    // That the connections ended was said before, and nothing else.
    expect(errors().length).toBeLessThanOrEqual(2);
  });

  it('signs nobody out when one that another broker has prepared takes its place', async () => {
    const url = await createDatabase();
    const { broker, client, token, adds, errors, ready } = await atWork({ DATABASE_URL: url });
    await exchange(url);
    const other = await startBroker({ env: { DATABASE_URL: url } });
    onTestFinished(() => other.close());
    const status = async () => (await client.call(token, '/v1/account')).status;
    const answers: number[] = [];
    const reason = async () => {
      answers.push(await status(), await statusOf(adds.add('after@example.org')));
      return errors().at(-1)?.reason;
    };
    // Connections that ended may be found out about first.
    await expect.poll(reason, { timeout: 10_000 }).toBe('replaced');
    expect(new Set(answers)).toEqual(new Set([503]));
    expect([await statusOf(client.revoke(token)), await ready()]).toEqual([503, 503]);
    await expect(new TestClient(broker).signIn()).rejects.toThrow(/503/);
    expect(await other.app.database.all('SELECT id FROM sessions')).toEqual([]);
    expect(errors().at(-1)?.advice).toMatch(/its database was exchanged/);
    expect(errors().length).toBeLessThanOrEqual(2);
  });
});

describe.each([
  ['SQLite', async () => ({})],
  ['PostgreSQL', async () => ({ DATABASE_URL: await createDatabase() })],
] as const)('a lock on a store on %s', (kind, makeEnv) => {
  it('makes nobody wait longer than five seconds, however many wait', async () => {
    const env: Record<string, string> = await makeEnv();
    const { broker, adds, file } = await atWork(env);
    const release = await (kind === 'SQLite' ? lockSqlite(file) : lockPostgres(env.DATABASE_URL ?? ''));
    const waited = async (index: number) => {
      const askedAt = performance.now();
      const status = await statusOf(adds.add(`waits-${index}@example.org`));
      return { status, inTime: performance.now() - askedAt < 5_000 };
    };
    const answers = await Promise.all(Array.from({ length: 24 }, (_, index) => waited(index)));
    expect(answers).toEqual(answers.map(() => ({ status: 503, inTime: true })));
    await release();
    expect(await adds.addUntilDone('waits-0@example.org')).toBe(201);
    expect(broker.envoke.requests.count('POST', '/v1/contacts')).toBe(1);
  });
});

async function lockSqlite(file: string): Promise<() => Promise<void>> {
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  return async () => other.close();
}

async function lockPostgres(url: string): Promise<() => Promise<void>> {
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await other.query('BEGIN');
  await other.query('LOCK TABLE write_claims IN ACCESS EXCLUSIVE MODE');
  return () => other.end();
}

describe('a session whose row is damaged', () => {
  it.each([
    ['its sealed token', "sealed = x'00' || substr(sealed, 2)"],
    ['its account', "account_id = account_id || '0'"],
    ['the id of its key', "vault_kid = 'k' || vault_kid"],
    ['the kind of a value', "sealed = 'a text'"],
  ])('ends with one line, and no other session: %s', async (_what, change) => {
    const { broker, client, token, file, errors } = await atWork();
    const other = new TestClient(broker);
    const { access_token } = await other.signIn();
    const [row] = await broker.app.database.all('SELECT id FROM sessions ORDER BY created_at, rowid');
    new DatabaseSync(file).prepare(`UPDATE sessions SET ${change} WHERE id = ?`).run(String(row?.id));
    const answers = await Promise.all([1, 2, 3].map(() => client.call(token, '/v1/account')));
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ type: expect.stringMatching(/session-ended$/) });
    }
    expect(broker.log.filter((line) => line.includes('its row in the store is damaged'))).toHaveLength(1);
    expect(errors()).toEqual([]);
    expect(await statusOf(other.call(access_token, '/v1/account'))).toBe(200);
    expect((await new TestClient(broker).signIn()).token_type).toBe('DPoP');
  });

  it('does not end the broker when a number is larger than any', async () => {
    const { client, token, file, errors } = await atWork();
    new DatabaseSync(file).exec('UPDATE sessions SET connection_expires_at = 9223372036854775807');
    expect(await statusOf(client.call(token, '/v1/account'))).toBeLessThan(500);
    expect(errors()).toEqual([]);
  });
});
