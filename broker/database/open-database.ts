/** The store that the configuration names. */
import type { Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** Which store, and where: the path of a SQLite file, or the URL of a PostgreSQL database. */
export type StoreAddress = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string };

/** @throws StoreUnavailableError */
export function openDatabase(address: StoreAddress): Database {
  return address.kind === 'sqlite' ? openSqlite(address.file) : openPostgres(address.url);
}
