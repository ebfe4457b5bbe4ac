/** The settings: whether they can be read, and which of them are unusual. */

import type { Environment } from '../../config/read-settings.ts';
import { isLoopbackUrl } from '../../config/urls.ts';
import { type Config, ConfigError, loadConfig } from '../../config.ts';
import { type Finding, findingsOf } from './finding.ts';

const { ok, warning, fail } = findingsOf('settings');

/** Envoke's ids, as far as any is publicly known. */
const USUAL_CLIENT_ID = /^[0-9a-f]{32}$/;
const FIX = 'Correct it in the environment or in the file that sets it; .env.example explains each setting.';

export interface SettingsResult {
  /** Undefined when nothing further can be looked at. */
  config: Config | undefined;
  findings: Finding[];
}

export function checkSettings(env: Environment): SettingsResult {
  try {
    const config = loadConfig(env);
    return { config, findings: [ok('all can be read.'), ...unusual(config)] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { config: undefined, findings: error.faults.map((fault) => fail(`${fault}.`, FIX)) };
  }
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
