/** A store with as many sessions as are wanted: copies of the one that is there, of other accounts. */
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
export async function addSessions(dataDir: string, count: number): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (url !== undefined) return addToPostgres(url, count);
  const file = (await readdir(dataDir)).find((name) => name.endsWith('.sqlite'));
  if (file === undefined) throw new Error('the broker has made no SQLite file');
  const database = new DatabaseSync(join(dataDir, file));
  const numbers = `(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}) SELECT i FROM n) AS numbers`;
  database.exec(insertFrom(numbers));
  database.close();
}

async function addToPostgres(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("DELETE FROM sessions WHERE id LIKE 'filler-%'");
  await client.query(insertFrom(`generate_series(1, ${count}) AS i`));
  await client.query('ANALYZE sessions');
  await client.end();
}
