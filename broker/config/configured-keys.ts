/** Key sets from the configuration. Without them the broker keeps its own keys in the data folder. */

import type { BrokerKeys } from '../keys/key-set.ts';
import { parseSigningKeys, parseVaultKeys } from '../keys/parse-keys.ts';
import type { Settings } from './setting-schema.ts';

/** Undefined: the broker uses the keys of the data folder. */
export type ConfiguredKeys = BrokerKeys | undefined;

export function readConfiguredKeys(settings: Settings, faults: string[]): ConfiguredKeys {
  const { SESSION_SIGNING_KEYS: signing, VAULT_KEYS: vault } = settings;
  if (signing === undefined && vault === undefined) return undefined;
  if (signing === undefined || vault === undefined) {
    faults.push('SESSION_SIGNING_KEYS and VAULT_KEYS go together: set both, or neither');
    return undefined;
  }
  return {
    signing: parseSigningKeys(
      'SESSION_SIGNING_KEYS',
      signing,
      settings.SESSION_SIGNING_ACTIVE_KEY_ID,
      faults,
    ),
    vault: parseVaultKeys('VAULT_KEYS', vault, settings.VAULT_ACTIVE_KEY_ID, faults),
  };
}
