/** The keys with which the broker starts: from the configuration, or from the data folder. */
import type { Database, SqlRunner } from '../database/database.ts';
import { lockStore } from '../database/migrations.ts';
import { checkKeys, hasKeyMarks } from './key-check.ts';
import { KeyError } from './key-error.ts';
import { KEY_FILE_NAME, keyFileExists, makeKeyFile, readKeyFile } from './key-file.ts';
import type { BrokerKeys } from './key-set.ts';

/** Where the keys come from: given, or kept in the data folder. */
export interface KeySettings {
  keys: BrokerKeys | undefined;
  dataDir: string;
}

/**
 * New keys are created only for a store that has never had any; otherwise a lost key file would silently end every
 * session. Brokers that start for the first time at the same moment take turns, so that all use the keys of the first.
 * @throws KeyError
 */
export async function loadKeys(config: KeySettings, database: Database): Promise<BrokerKeys> {
  return database.transaction(async (runner) => {
    await lockStore(runner);
    const keys = config.keys ?? (await keptKeys(config.dataDir, runner));
    await checkKeys(runner, keys);
    return keys;
  });
}

async function keptKeys(dataDir: string, store: SqlRunner): Promise<BrokerKeys> {
  const storeIsUsed = await hasKeyMarks(store);
  if (keyFileExists(dataDir) && !storeIsUsed) {
    throw new KeyError(
      `${KEY_FILE_NAME} in ${dataDir} belongs to another store, and this one is new. Restore the store from a backup (DATABASE_URL says where it is), or move ${KEY_FILE_NAME} away to begin anew.`,
    );
  }
  if (!keyFileExists(dataDir)) {
    if (storeIsUsed) {
      throw new KeyError(
        `The store was used with keys, but ${KEY_FILE_NAME} is missing in ${dataDir}. Restore it, or configure SESSION_SIGNING_KEYS and VAULT_KEYS.`,
      );
    }
    makeKeyFile(dataDir);
  }
  return readKeyFile(dataDir);
}
