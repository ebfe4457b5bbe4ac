/** A store in trouble, seen from outside the broker: the right status, recovery by itself, and never a new store in its place. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { buildApp } from '../../../broker/app.ts';
import { loadConfig } from '../../../broker/config.ts';
import { openPostgres } from '../../../broker/database/postgres.ts';
import { createDatabase, withWeakUser } from '../../postgres.ts';
import { fewestSettings } from '../broker-settings.ts';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';
import { runBroker } from './child-broker.ts';

const FILE = 'contacts-for-envoke.sqlite';

describe('while another process holds the store', () => {
  let broker: RunningBroker;
  beforeAll(async () => {
    broker = await startBroker();
  });
  afterAll(() => broker.close());

  it('a sign-in gets 503 and may be tried again, and signed-in people go on reading', async () => {
    const client = new TestClient(broker);
    const signedIn = new TestClient(broker);
    const { access_token } = await signedIn.signIn();
    const code = (await client.handOff()).searchParams.get('code') ?? '';
    const other = new DatabaseSync(join(broker.dataDir, FILE));
    other.exec('BEGIN IMMEDIATE');
    const refused = await client.redeem(code);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ error: 'temporarily_unavailable' });
    expect((await signedIn.call(access_token, '/v1/account')).status).toBe(200);
    const notReady = await fetch(`${broker.url}/readyz`);
    expect(notReady.status).toBe(503);
    expect(Number(notReady.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetch(`${broker.url}/livez`, { method: 'HEAD' })).status).toBe(200);
    other.exec('ROLLBACK');
    other.close();
    const ready = async () => (await fetch(`${broker.url}/readyz`)).status;
    await expect.poll(ready, { timeout: 10_000 }).toBe(200);
    expect((await client.redeem(code)).status).toBe(200);
  });
});

describe('a broker does not start', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-trouble-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  });

  /** A store and keys, as a first start leaves them. */
  async function makeStore(): Promise<void> {
    const config = loadConfig(fewestSettings(folder));
    const app = await buildApp(config, { now: Date.now, log: { write: () => undefined } });
    await app.close();
  }

  const start = (more: Record<string, string> = {}) => runBroker({ ...fewestSettings(folder), ...more });

  it.each<[string, (file: string) => void, RegExp]>([
    ['on half a store', (file) => truncateSync(file, 8_192), /corrupt/],
    ['without its keys', () => rmSync(join(folder, 'keys.json')), /keys\.json is missing/],
  ])('%s: says so in a line, ends with 1, and makes nothing anew', async (_what, harm, line) => {
    await makeStore();
    const file = join(folder, FILE);
    harm(file);
    const before = readFileSync(file);
    const { status, stderr } = start();
    expect(status).toBe(1);
    expect(stderr).toMatch(line);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('with keys whose store is missing: says so in one line, exits 1, and makes no store', async () => {
    await makeStore();
    rmSync(join(folder, FILE));
    const { status, stderr } = start();
    expect(status).toBe(1);
    expect(stderr).toMatch(/is missing, though keys\.json .* was made for it/);
    expect(readdirSync(folder)).toEqual(['keys.json']);
  });

  it('with a PostgreSQL user that may create no tables, and closes its connections', {
    timeout: 60_000,
  }, async () => {
    const url = await createDatabase();
    const owner = openPostgres(url);
    await owner.run('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    const weak = await withWeakUser(url);
    const { status, stderr } = start({ DATABASE_URL: weak.url });
    expect(status).toBe(1);
    expect(stderr).toMatch(/42501.*own the database/);
    const left = await owner.all('SELECT pid FROM pg_stat_activity WHERE usename = ?', [weak.user]);
    await owner.close();
    expect(left).toEqual([]);
  });

  it('on a PostgreSQL that takes no writes', { timeout: 60_000 }, async () => {
    const url = new URL(await createDatabase());
    url.searchParams.set('options', '-c default_transaction_read_only=on');
    const { status, stderr } = start({ DATABASE_URL: url.href });
    expect(status).toBe(1);
    expect(stderr).toMatch(/25006.*the primary and not a standby/);
    expect(stderr).not.toContain('DATA_DIR');
  });

  it.each([
    ['that is a file', () => join(folder, 'a-file'), /unreachable \(ENOTDIR\).*name a folder/],
    ['below a file', () => join(folder, 'a-file/data'), /unreachable \(ENOTDIR\).*name a folder/],
    ['where none can be made', () => '/proc/data', /read-only \(E\w+\)\. .*DATA_DIR/],
  ])('with a DATA_DIR %s', (_what, dataDir, line) => {
    writeFileSync(join(folder, 'a-file'), '');
    const { status, stderr } = start({ DATA_DIR: dataDir() });
    expect(status).toBe(1);
    expect(stderr).toMatch(line);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it('without a PostgreSQL that answers', () => {
    const { status, stderr } = start({
      DATABASE_URL: 'postgres://broker:canary-password@127.0.0.1:1/broker',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/unreachable/);
    expect(stderr).not.toContain('canary');
  });
});

it('goes on when PostgreSQL ends its connections in the middle of a transaction', {
  timeout: 60_000,
}, async () => {
  const url = await createDatabase();
  const [database, killer] = [openPostgres(url), openPostgres(url)];
  onTestFinished(async () => {
    await Promise.all([database.close(), killer.close()]);
  });
  await database.migrate();
  const end =
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
  const cut = database.transaction(async (runner) => {
    await runner.run('INSERT INTO seen_proofs VALUES (?, ?)', ['half', 1]);
    await killer.all(end);
    await runner.run('INSERT INTO seen_proofs VALUES (?, ?)', ['other half', 1]);
  });
  await expect(cut).rejects.toMatchObject({ name: 'StoreUnavailableError', reason: 'unreachable' });
  expect(await database.all('SELECT proof_hash FROM seen_proofs')).toEqual([]);
});
