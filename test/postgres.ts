/** Databases on the run's PostgreSQL server. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';

const START_MAX_MS = 30_000;

/** Makes an empty database; its URL, of a user who may do everything. */
export async function createDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await queryWhenReady(`CREATE DATABASE ${name}`);
  return urlOf(name);
}

/** Makes a user who may log in and nothing more; `url` with that user. */
export async function withWeakUser(url: string): Promise<{ url: string; user: string }> {
  const user = `weak_${randomUUID().replaceAll('-', '')}`;
  await queryWhenReady(`CREATE ROLE ${user} LOGIN`);
  return { url: url.replace('broker@', `${user}@`), user };
}

function urlOf(database: string): string {
  return `postgres://broker@127.0.0.1:${inject('postgresPort')}/${database}`;
}

async function queryWhenReady(sql: string): Promise<void> {
  const endsAt = Date.now() + START_MAX_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: urlOf('postgres') });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch (error) {
      if (Date.now() > endsAt) throw error;
      await sleep(100);
      continue;
    }
    await client.query(sql).finally(() => client.end());
    return;
  }
}
