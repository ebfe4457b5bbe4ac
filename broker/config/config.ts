/** The broker's configuration as the code uses it: parsed, checked, and with every default filled in. */
import type { StoreAddress } from '../database/open-database.ts';
import type { EnvokeConfig } from '../envoke/envoke-config.ts';
import type { ActivityDays } from './activity-days.ts';
import type { ConfiguredKeys } from './configured-keys.ts';
import type { Settings } from './setting-schema.ts';

export interface SessionLimits {
  /** Longest lifetime of a session, even when it is used. */
  ttlSeconds: number;
  /** Longest time without use. */
  idleSeconds: number;
}

export interface Config {
  /** Origin without a trailing slash; the issuer (RFC 8414) and the base of `htu`. */
  publicUrl: string;
  host: string;
  port: number;
  extensionRedirectUris: readonly string[];
  envoke: EnvokeConfig;
  missingState: Settings['ENVOKE_MISSING_STATE'];
  dataDir: string;
  database: StoreAddress;
  keys: ConfiguredKeys;
  session: SessionLimits;
  /** CIDR networks. */
  trustProxy: readonly string[];
  rates: { addressPerMinute: number; signInPerMinute: number; sessionPerMinute: number };
  maxRequestsInFlight: number;
  activityDays: ActivityDays;
  /** Where the metrics are served; undefined when they are not. */
  metrics: { host: string; port: number } | undefined;
  /** The part of the requests that is traced, from 0 to 1; undefined without traces. */
  traces: { ratio: number } | undefined;
  logLevel: Settings['LOG_LEVEL'];
}
