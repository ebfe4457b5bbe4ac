/** The broker's configuration: its type, and how the broker reads it. */
export type { Config, SessionLimits } from './config/config.ts';
export { ConfigError, loadConfig } from './config/load-config.ts';
