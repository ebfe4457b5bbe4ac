/** The broker's configuration: what it is, and how it is read. */
export type { Config, SessionLimits } from './config/config.ts';
export { ConfigError, loadConfig } from './config/load-config.ts';
