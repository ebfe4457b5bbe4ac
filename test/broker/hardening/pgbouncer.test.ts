/** A broker behind PgBouncer with the package's default settings. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { freePort } from '../../free-port.ts';
import { createDatabase } from '../../postgres.ts';
import { fewestSettings } from '../broker-settings.ts';
import { TestClient } from '../test-client.ts';
import { createAdds } from './adds.ts';
import { createChildBroker, runBroker } from './child-broker.ts';

const PGBOUNCER = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'].find((path) =>
  existsSync(path),
);
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** By session each of a broker's ten connections holds one; by transaction they share. */
const POOL_SIZES = { session: 10, transaction: 3, statement: 3 };

interface Pooler {
  /** The database of `url`, by way of the pooler. */
  url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

async function createPooler(url: string, mode: keyof typeof POOL_SIZES): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
  const port = await freePort();
  const { hostname, port: target, pathname } = new URL(url);
  writeFileSync(join(folder, 'users.txt'), '"broker" ""\n');
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]
* = host=${hostname} port=${target}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${join(folder, 'users.txt')}
pool_mode = ${mode}
default_pool_size = ${POOL_SIZES[mode]}
`,
  );
  chmodSync(folder, 0o755);
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  let child: ChildProcess | undefined;
  const stop = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });
  return {
    url: `postgres://broker@127.0.0.1:${port}${pathname}`,
    async start() {
      child = spawn(PGBOUNCER ?? '', [join(folder, 'pgbouncer.ini')], {
        stdio: ['ignore', 'ignore', 'pipe'],
        ...(isRoot && { uid: NOBODY, gid: NOBODY }),
      });
      let said = '';
      child.stderr?.on('data', (text) => {
        said += text;
      });
      await vi.waitUntil(() => said.includes('process up'), { timeout: 20_000 });
    },
    stop,
  };
}

async function brokerBehind(pooler: Pooler) {
  const broker = await createChildBroker({ env: { DATABASE_URL: pooler.url } });
  onTestFinished(() => broker.remove());
  await broker.start();
  return broker;
}

describe.skipIf(PGBOUNCER === undefined)('behind PgBouncer (package pgbouncer)', () => {
  it('that pools by statement, a broker does not start, and says which way it must pool', {
    timeout: 60_000,
  }, async () => {
    const pooler = await createPooler(await createDatabase(), 'statement');
    await pooler.start();
    const { status, stderr } = runBroker({ ...fewestSettings(tmpdir()), DATABASE_URL: pooler.url });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^broker: .*let it pool by session or by transaction/);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it.each(['transaction', 'session'] as const)(
    'that pools by %s, a broker serves more callers than there are connections',
    { timeout: 60_000 },
    async (mode) => {
      const pooler = await createPooler(await createDatabase(), mode);
      await pooler.start();
      const broker = await brokerBehind(pooler);
      const client = new TestClient(broker);
      const { access_token } = await client.signIn();
      const { addUntilDone } = createAdds(client, access_token);
      const calls = Array.from({ length: 60 }, () => client.call(access_token, '/v1/account'));
      const statuses = (await Promise.all(calls)).map(({ status }) => status);
      expect(new Set(statuses)).toEqual(new Set([200]));
      const people = Array.from({ length: 12 }, (_, index) => `person-${index}@example.org`);
      expect(new Set(await Promise.all(people.map(addUntilDone))).isSubsetOf(new Set([201, 409]))).toBe(true);
      const there = broker.envoke.accounts[0]?.people.list() ?? [];
      for (const email of people) expect(there.filter(({ text }) => text.email === email)).toHaveLength(1);
      expect(await broker.stop()).toBe(0);
    },
  );

  it('that is killed and started again, a broker works on by itself', { timeout: 60_000 }, async () => {
    const pooler = await createPooler(await createDatabase(), 'transaction');
    await pooler.start();
    const broker = await brokerBehind(pooler);
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    const call = async () => (await client.call(access_token, '/v1/account')).status;
    await pooler.stop();
    expect(await call()).toBe(503);
    await pooler.start();
    await expect.poll(call, { timeout: 10_000 }).toBe(200);
  });
});
