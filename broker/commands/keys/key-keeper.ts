/**
 * Where the keys are kept, for the commands. They can change keys in the data folder. For keys in the configuration,
 * they can only print what to change.
 */
import type { Config } from '../../config.ts';
import { KeyError } from '../../keys/key-error.ts';
import { type KeyFile, newSigningKey, newVaultKey, replaceKeyFile } from '../../keys/key-file.ts';
import type { BrokerKeys } from '../../keys/key-set.ts';
import { parseSigningKeys, parseVaultKeys } from '../../keys/parse-keys.ts';
import type { KeyPurpose } from './key-changes.ts';

const SETTINGS = {
  signing: { keys: 'SESSION_SIGNING_KEYS', active: 'SESSION_SIGNING_ACTIVE_KEY_ID' },
  vault: { keys: 'VAULT_KEYS', active: 'VAULT_ACTIVE_KEY_ID' },
} as const;

/** A new key, as an object and as text. */
export interface MadeKey {
  kid: string;
  set: Partial<BrokerKeys>;
  /** Secret: printed for a configuration that the command cannot write. */
  text: string;
}

export function makeKey(purpose: KeyPurpose): MadeKey {
  if (purpose === 'signing') {
    const jwk = newSigningKey();
    const set = parseSigningKeys('new key', JSON.stringify({ keys: [jwk] }), jwk.kid, []);
    return { kid: jwk.kid, set: { signing: set }, text: JSON.stringify(jwk) };
  }
  const { kid, key } = newVaultKey();
  const set = parseVaultKeys('new key', JSON.stringify({ [kid]: key }), kid, []);
  return { kid, set: { vault: set }, text: `"${kid}": "${key}"` };
}

/** @throws KeyError when the configuration holds the keys: says which setting to change and how */
export function saveKeys(
  config: Pick<Config, 'keys' | 'dataDir'>,
  keys: BrokerKeys,
  purpose: KeyPurpose,
): void {
  if (config.keys === undefined) {
    replaceKeyFile(config.dataDir, keyFileOf(keys));
    return;
  }
  const { keys: setting, active } = SETTINGS[purpose];
  throw new KeyError(
    `The keys are configured, so this command cannot change them. Let ${setting} hold the keys ${[...keys[purpose].keys.keys()].join(', ')} and ${active} be ${keys[purpose].activeKid}, then restart the brokers.`,
  );
}

/** The setting in which a person must write a new key by hand; undefined when the data folder keeps the keys. */
export function settingOf(config: Pick<Config, 'keys'>, purpose: KeyPurpose): string | undefined {
  return config.keys === undefined ? undefined : SETTINGS[purpose].keys;
}

function keyFileOf({ signing, vault }: BrokerKeys): KeyFile {
  return {
    session_signing: {
      active: signing.activeKid,
      keys: [...signing.keys].map(([kid, { privateKey }]) => ({
        ...privateKey.export({ format: 'jwk' }),
        kid,
      })),
    },
    vault: {
      active: vault.activeKid,
      keys: Object.fromEntries(
        [...vault.keys].map(([kid, key]) => [kid, Buffer.from(key).toString('base64url')]),
      ),
    },
  };
}
