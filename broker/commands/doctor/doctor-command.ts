/** `doctor`: checks every step from the settings to the public URL, and says what to repair. Changes nothing. */
import type { Config } from '../../config.ts';
import { readArguments } from '../arguments.ts';
import type { Command, Terminal } from '../command.ts';
import { checkAccountIds } from './account-ids-check.ts';
import { checkCredentials } from './credentials-check.ts';
import { checkEnvoke } from './envoke-check.ts';
import type { Finding } from './finding.ts';
import { checkKeySets } from './keys-check.ts';
import { checkPublicUrl } from './public-url-check.ts';
import { checkRedirectUris } from './redirect-check.ts';
import { checkRegistration } from './registration-check.ts';
import { hasFailed, reportJson, reportLines } from './report.ts';
import { checkSettings } from './settings-check.ts';
import { checkStore } from './store-check.ts';
import { checkStoreClock } from './store-clock-check.ts';

export const doctorCommand: Command = {
  usage: 'doctor [--json]',
  summary: 'Walks the whole chain (settings, store, keys, Envoke, public URL) and says what to repair.',
  async run(args, terminal) {
    const { values } = readArguments(args, { json: 'boolean' }, 0);
    const findings = await examine(terminal);
    const lines = values.json === true ? [reportJson(findings)] : reportLines(findings);
    for (const line of lines) terminal.print(line);
    return hasFailed(findings) ? 1 : 0;
  },
};

async function examine({ env, now }: Pick<Terminal, 'env' | 'now'>): Promise<Finding[]> {
  const { config, findings } = checkSettings(env);
  if (config === undefined) return findings;
  return [
    ...findings,
    ...(await checkOwnMachine(config, now)),
    ...checkRedirectUris(config),
    ...(await checkRegistration(config.envoke)),
    ...(await checkEnvoke(config.envoke, now)),
    ...(await checkCredentials(config.envoke)),
    ...(await checkPublicUrl(config, now)),
  ];
}

async function checkOwnMachine(config: Config, now: () => number): Promise<Finding[]> {
  const store = await checkStore(config);
  try {
    const { database, isUpToDate } = store;
    const inTables =
      database !== undefined && isUpToDate
        ? [...(await checkAccountIds(database)), ...(await checkStoreClock(database, now))]
        : [];
    return [...store.findings, ...inTables, ...(await checkKeySets(config, store, now))];
  } finally {
    await store.database?.close();
  }
}
