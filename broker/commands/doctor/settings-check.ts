/** Checks whether the settings can be read, and which of them are unusual. */

import { idleSettings } from '../../config/idle-settings.ts';
import { describeNearMiss, nearMisses } from '../../config/near-misses.ts';
import type { Environment } from '../../config/read-settings.ts';
import { isLoopbackUrl } from '../../config/urls.ts';
import { type Config, ConfigError, loadConfig } from '../../config.ts';
import { type Finding, findingsOf } from './finding.ts';

const { ok, warning, fail } = findingsOf('settings');

/** The form of the client ids of Envoke that are publicly known. */
const USUAL_CLIENT_ID = /^[0-9a-f]{32}$/;
const FIX = 'Correct it in the environment or in the file that sets it; .env.example explains each setting.';

export interface SettingsResult {
  /** Undefined when the settings are too broken to check anything else. */
  config: Config | undefined;
  findings: Finding[];
}

export function checkSettings(env: Environment): SettingsResult {
  try {
    const config = loadConfig(env);
    return {
      config,
      findings: [
        ok('all can be read.'),
        ...misspelt(env),
        ...idle(env),
        ...doubled(config),
        ...unusual(config),
      ],
    };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { config: undefined, findings: error.faults.map((fault) => fail(`${fault}.`, FIX)) };
  }
}

function misspelt(env: Environment): Finding[] {
  return nearMisses(env).map((miss) =>
    (miss.meant === undefined ? warning : fail)(
      `${describeNearMiss(miss)}.`,
      miss.meant === undefined
        ? 'Remove it; .env.example names every setting.'
        : `Rename it to ${miss.meant}.`,
    ),
  );
}

function idle(env: Environment): Finding[] {
  return idleSettings(env).map((sentence) => warning(`${sentence}.`, 'Set both, or neither.'));
}

/** The client adds the version itself. */
function doubled({ envoke }: Config): Finding[] {
  const path = new URL(envoke.apiUrl).pathname;
  if (!/\/(?:v\d+|ext)(?:\/|$)/.test(path)) return [];
  return [
    fail(
      `Envoke's address ends with ${path}, to which the broker adds /v1 once more.`,
      'Set ENVOKE_BASE_URL (or ENVOKE_API_URL) to the address alone, as https://e1.envoke.com',
    ),
  ];
}

function unusual(config: Config): Finding[] {
  const findings: Finding[] = [];
  if (isLoopbackUrl(new URL(config.publicUrl)))
    findings.push(
      warning(
        `PUBLIC_URL is ${config.publicUrl}: only browsers on this machine can sign in.`,
        'Set PUBLIC_URL to the https address of the broker.',
      ),
    );
  if (!USUAL_CLIENT_ID.test(config.envoke.clientId) && !isLoopbackUrl(new URL(config.envoke.apiUrl)))
    findings.push(
      warning(
        'ENVOKE_CLIENT_ID does not look like one of Envoke (32 hexadecimal digits).',
        'Compare it with what Envoke support sent.',
      ),
    );
  if (config.missingState !== 'refuse')
    findings.push(
      warning(
        `ENVOKE_MISSING_STATE is ${config.missingState}: answers of Envoke without state are accepted.`,
        'Set it to refuse, unless this Envoke account is known to drop or refuse state.',
      ),
    );
  return findings;
}
