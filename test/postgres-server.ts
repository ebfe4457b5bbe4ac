/**
 * Starts a real PostgreSQL server once per run. It starts while the first tests run; a test that asks for a database
 * waits for it.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.ts';
import { initPostgres, startPostgres } from './postgres-process.ts';

/** The tests' data need not survive a power cut. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

declare module 'vitest' {
  interface ProvidedContext {
    /** Port of the server on loopback, of which `broker` is the superuser. */
    postgresPort: number;
  }
}

/** Resolves at once with the function that stops the server and removes its data. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort();
  project.provide('postgresPort', port);
  const data = await mkdtemp(join(tmpdir(), 'postgres-'));
  const starting = initPostgres(data).then(() => startPostgres(data, port, SETTINGS));
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
