/** The store that the configuration names. */
import type { Database } from './database.ts';
import { openSqlite } from './sqlite.ts';

/** Which store, and where: the path of a SQLite file, or the URL of a PostgreSQL database. */
export type StoreAddress = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string };

/**
 * The driver of PostgreSQL is loaded only for a store there.
 * @param mayCheckLater whether the caller calls `checkWhole` for a store that is too large to be checked at once
 * @throws StoreUnavailableError
 */
export async function openDatabase(address: StoreAddress, mayCheckLater = false): Promise<Database> {
  if (address.kind === 'sqlite') return openSqlite(address.file, mayCheckLater);
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(address.url);
}
