/** Opens the store and its keys together: neither is of use without the other. */
import { existsSync } from 'node:fs';
import type { Database } from '../database/database.ts';
import { openDatabase, type StoreAddress } from '../database/open-database.ts';
import { KeyError } from './key-error.ts';
import { KEY_FILE_NAME, keyFileExists } from './key-file.ts';
import type { BrokerKeys } from './key-set.ts';
import { type KeySettings, loadKeys } from './load-keys.ts';

type StoreConfig = KeySettings & { database: StoreAddress };

export interface OpenStore {
  /** Migrated; the caller closes it. */
  database: Database;
  keys: BrokerKeys;
}

interface OpenOptions {
  /** A database that is open already. */
  given?: Database | undefined;
  /** Whether the caller calls `checkWhole` for a store that is too large to be checked at once. */
  mayCheckLater?: boolean;
}

/**
 * Opens the store of the configuration, or creates it on a first start. On failure, nothing stays open.
 * @throws StoreUnavailableError, NewerStoreError, KeyError
 */
export async function openStore(
  config: StoreConfig,
  { given, mayCheckLater = false }: OpenOptions = {},
): Promise<OpenStore> {
  if (given === undefined) refuseLostFile(config);
  const database = given ?? (await openDatabase(config.database, mayCheckLater));
  try {
    await database.migrate();
    return { database, keys: await loadKeys(config, database) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Runs before anything is created: if the keys for a missing file still exist, there was such a file before.
 * @throws KeyError
 */
export function refuseLostFile({ database, keys, dataDir }: StoreConfig): void {
  if (database.kind !== 'sqlite' || keys !== undefined) return;
  if (existsSync(database.file) || !keyFileExists(dataDir)) return;
  throw new KeyError(
    `${database.file} is missing, though ${KEY_FILE_NAME} in ${dataDir} was made for it. Restore the store from a backup (DATABASE_URL says where it is), or move ${KEY_FILE_NAME} away to begin anew.`,
  );
}
