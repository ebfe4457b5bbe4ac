/**
 * From the environment to a checked {@link Config}. One error lists all wrong settings by name; it never shows a value.
 */
import { resolve } from 'node:path';
import { OAUTH_PATHS } from '../../shared/paths.ts';
import { parseActivityDays } from './activity-days.ts';
import type { Config, SessionLimits } from './config.ts';
import { readConfiguredKeys } from './configured-keys.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { describeNearMiss, nearMisses } from './near-misses.ts';
import { parseNetworks } from './networks.ts';
import { type Environment, readSettings } from './read-settings.ts';
import type { Settings } from './setting-schema.ts';
import { parseTraces } from './trace-settings.ts';
import { parseRedirectUris, parseServiceUrl } from './urls.ts';

/** What is wrong with the settings, one sentence each, beginning with the setting's name. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The settings are not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

const DAY_SECONDS = 86_400;
const PROFILES: Record<Settings['SESSION_PROFILE'], SessionLimits> = {
  /**
   * The same as Envoke's token: each sign-in that is not needed leaves one more token there, and nobody can revoke it.
   */
  standard: { ttlSeconds: 365 * DAY_SECONDS, idleSeconds: 30 * DAY_SECONDS },
  strict: { ttlSeconds: DAY_SECONDS, idleSeconds: 3_600 },
};

/** @throws ConfigError */
export function loadConfig(env: Environment): Config {
  const faults: string[] = [];
  const settings = readSettings(env, faults);
  if (settings === undefined) throw new ConfigError(withNearMisses(faults, env));
  const config = configOf(settings, env, faults);
  if (faults.length > 0) throw new ConfigError(withNearMisses(faults, env));
  return config;
}

/** Listed first, because a misspelt name is often the reason why a required setting is missing. */
function withNearMisses(faults: readonly string[], env: Environment): string[] {
  return [...nearMisses(env).map(describeNearMiss), ...faults];
}

function configOf(settings: Settings, env: Environment, faults: string[]): Config {
  const url = (name: keyof Settings, value: string, originOnly = false) =>
    parseServiceUrl(name, value, faults, originOnly);
  const publicUrl = url('PUBLIC_URL', settings.PUBLIC_URL, true);
  const envokeBase = url('ENVOKE_BASE_URL', settings.ENVOKE_BASE_URL);
  return {
    publicUrl,
    host: settings.HOST,
    port: settings.PORT,
    extensionRedirectUris: parseRedirectUris(settings.EXTENSION_REDIRECT_URIS, publicUrl, faults),
    envoke: {
      authorizeUrl: url(
        'ENVOKE_AUTHORIZE_URL',
        settings.ENVOKE_AUTHORIZE_URL ?? `${envokeBase}/ext/oauth/authorize`,
      ),
      tokenUrl: url('ENVOKE_TOKEN_URL', settings.ENVOKE_TOKEN_URL ?? `${envokeBase}/ext/oauth/access_token`),
      apiUrl: url('ENVOKE_API_URL', settings.ENVOKE_API_URL ?? envokeBase),
      clientId: settings.ENVOKE_CLIENT_ID,
      clientSecret: settings.ENVOKE_CLIENT_SECRET,
      redirectUri: publicUrl + OAUTH_PATHS.callback,
      deadlineMs: settings.ENVOKE_TIMEOUT_MS,
      maxAnswerBytes: settings.ENVOKE_MAX_ANSWER_BYTES,
      requestsPerSecond: settings.ENVOKE_REQUESTS_PER_SECOND,
      burst: settings.ENVOKE_BURST,
      sendsEffectiveDate: settings.ENVOKE_EFFECTIVE_DATE === 'send',
    },
    missingState: settings.ENVOKE_MISSING_STATE,
    dataDir: resolve(settings.DATA_DIR),
    database: parseDatabaseUrl(settings.DATABASE_URL, settings.DATA_DIR, faults),
    keys: readConfiguredKeys(settings, faults),
    session: sessionLimitsOf(settings, faults),
    trustProxy: parseNetworks(settings.TRUST_PROXY, faults),
    rates: {
      addressPerMinute: settings.RATE_ADDRESS_PER_MINUTE,
      signInPerMinute: settings.RATE_SIGN_IN_PER_MINUTE,
      sessionPerMinute: settings.RATE_SESSION_PER_MINUTE,
    },
    maxRequestsInFlight: settings.MAX_REQUESTS_IN_FLIGHT,
    activityDays: parseActivityDays(settings.ACTIVITY_DAYS, settings.ACTIVITY_DAYS_BY_GROUND, faults),
    metrics: metricsOf(settings, faults),
    traces: parseTraces(env, faults),
    logLevel: settings.LOG_LEVEL,
  };
}

function metricsOf(settings: Settings, faults: string[]): Config['metrics'] {
  const { METRICS_PORT: port, METRICS_HOST: host } = settings;
  if (port === undefined) return undefined;
  if (port !== 0 && port === settings.PORT) faults.push('METRICS_PORT must be another port than PORT');
  return { host, port };
}

function sessionLimitsOf(settings: Settings, faults: string[]): SessionLimits {
  const profile = PROFILES[settings.SESSION_PROFILE];
  const limits = {
    ttlSeconds: settings.SESSION_TTL_SECONDS ?? profile.ttlSeconds,
    idleSeconds: settings.SESSION_IDLE_SECONDS ?? profile.idleSeconds,
  };
  if (settings.SESSION_PROFILE === 'strict') {
    if (limits.ttlSeconds > profile.ttlSeconds)
      faults.push('SESSION_TTL_SECONDS is longer than the strict profile allows');
    if (limits.idleSeconds > profile.idleSeconds)
      faults.push('SESSION_IDLE_SECONDS is longer than the strict profile allows');
  }
  return limits;
}
