/** The store that the configuration names. */
import type { Config } from '../config.ts';
import type { Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** @throws StoreUnavailableError */
export function openDatabase(config: Config['database']): Database {
  return config.kind === 'sqlite' ? openSqlite(config.file) : openPostgres(config.url);
}
