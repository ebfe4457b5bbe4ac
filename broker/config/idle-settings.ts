/** Settings that are given and have no effect, since another one is missing that they belong to. Pure; never shows a value. */
import type { Environment } from './read-settings.ts';

/** The setting, the one it needs, and what happens instead. */
const NEEDS: readonly [name: string, needed: string, instead: string][] = [
  ['METRICS_HOST', 'METRICS_PORT', 'no figures are served'],
  ['SESSION_SIGNING_ACTIVE_KEY_ID', 'SESSION_SIGNING_KEYS', 'the active key is that of DATA_DIR'],
  ['VAULT_ACTIVE_KEY_ID', 'VAULT_KEYS', 'the active key is that of DATA_DIR'],
];

/** One sentence about each, without a full stop. */
export function idleSettings(env: Environment): string[] {
  const isSet = (name: string) => Boolean(env[name]?.trim());
  return NEEDS.filter(([name, needed]) => isSet(name) && !isSet(needed) && !isSet(`${needed}_FILE`)).map(
    ([name, needed, instead]) => `${name} has no effect without ${needed}: ${instead}`,
  );
}
