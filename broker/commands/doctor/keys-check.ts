/**
 * Checks the keys: readable, strong, the same as the store was used with, none missing that a session needs, and none
 * that a running broker does not know.
 */
import type { Config } from '../../config.ts';
import type { Database } from '../../database/database.ts';
import { checkKeys, hasKeyMarks } from '../../keys/key-check.ts';
import { KeyError } from '../../keys/key-error.ts';
import { keyFileExists, readKeyFile } from '../../keys/key-file.ts';
import type { BrokerKeys } from '../../keys/key-set.ts';
import { refuseUnknown, runningKeys } from '../../keys/running-brokers.ts';
import { type Finding, findingsOf } from './finding.ts';
import { rolledBack } from './rolled-back.ts';
import type { StoreResult } from './store-check.ts';

const { ok, warning, fail } = findingsOf('keys');
const RESTORE = 'Restore the keys from the backup; see "Backup and restore" in docs/deployment.md.';

export async function checkKeySets(
  config: Config,
  store: StoreResult,
  now: () => number,
): Promise<Finding[]> {
  const database = store.hasTables ? store.database : undefined;
  try {
    const keys = readKeys(config);
    if (keys === undefined) return [await withoutKeys(config, database)];
    // Only the broker's start may record new keys in the store.
    if (database !== undefined) await rolledBack(database, (runner) => checkKeys(runner, keys));
    return [
      ok(`${describe(keys)}, ${config.keys ? 'from the configuration' : `kept in ${config.dataDir}`}.`),
      ...(database !== undefined && store.isUpToDate ? await checkRunning(database, keys, now) : []),
    ];
  } catch (error) {
    if (error instanceof KeyError) return [fail(error.message, error.advice ?? RESTORE)];
    throw error;
  }
}

/** While those brokers run, a broker with these keys would refuse to start. */
async function checkRunning(database: Database, keys: BrokerKeys, now: () => number): Promise<Finding[]> {
  const running = await runningKeys(database, now);
  try {
    for (const purpose of ['signing', 'vault'] as const)
      refuseUnknown(running, purpose, keys[purpose].activeKid);
    return [];
  } catch (error) {
    if (error instanceof KeyError) return [fail(error.message, 'See "Rotating keys" in docs/deployment.md.')];
    throw error;
  }
}

function readKeys(config: Config): BrokerKeys | undefined {
  if (config.keys !== undefined) return config.keys;
  return keyFileExists(config.dataDir) ? readKeyFile(config.dataDir) : undefined;
}

async function withoutKeys(config: Config, database: Database | undefined): Promise<Finding> {
  if (database !== undefined && (await hasKeyMarks(database)))
    return fail(`the store was used with keys, but there are none in ${config.dataDir}.`, RESTORE);
  if (config.database.kind === 'postgres')
    return warning(
      `there are none yet; the first start makes them in ${config.dataDir}, where other brokers do not see them.`,
      'With several brokers set SESSION_SIGNING_KEYS and VAULT_KEYS, the same for all.',
    );
  return ok(`there are none yet; the first start makes them in ${config.dataDir}.`);
}

function describe({ signing, vault }: BrokerKeys): string {
  return `${signing.keys.size} signing (active: ${signing.activeKid}) and ${vault.keys.size} vault (active: ${vault.activeKid})`;
}
