/** Stores with as many sessions as are wanted: copies of the one that is there, of other accounts. */
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

/** All columns but those that name the session and its account. */
const COPIED =
  'account_name, browser, sealed, vault_kid, signing_kid, created_at, last_used_at, expires_at, connection_expires_at';
const insertFrom = (numbers: string) => `INSERT INTO sessions (id, account_id, ${COPIED})
  SELECT 'filler-' || i, 'filler-' || i, ${COPIED} FROM ${numbers}, (SELECT * FROM sessions LIMIT 1) AS one`;

/** @param dataDir the folder of a broker that has stopped and has one session at least */
export async function fillSqlite(dataDir: string, count: number): Promise<void> {
  const file = (await readdir(dataDir)).find((name) => name.endsWith('.sqlite'));
  if (file === undefined) throw new Error('the broker has made no SQLite file');
  const database = new DatabaseSync(join(dataDir, file));
  const numbers = `(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}) SELECT i FROM n) AS numbers`;
  database.exec(insertFrom(numbers));
  database.close();
}

/** @param url of the database of a broker that has one session at least */
export function fillPostgres(url: string, count: number): Promise<void> {
  return query(url, insertFrom(`generate_series(1, ${count}) AS i`), 'VACUUM ANALYZE sessions');
}

/** A database of its own on the server of `url`, so that the one named there keeps what it has; resolves with its URL. */
export async function createDatabase(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await query(url, `CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => query(url, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function query(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
