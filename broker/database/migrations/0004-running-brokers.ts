/**
 * Which brokers run on this store, and with which keys, so that no key is changed while a running broker does not know
 * it.
 */
import type { Migration } from '../migration.ts';

/** `keys` is JSON of key ids; `seen_at` epoch seconds. */
export const runningBrokers: Migration = {
  id: 4,
  name: 'running brokers',
  statements: [
    'CREATE TABLE running_brokers (id TEXT PRIMARY KEY, keys TEXT NOT NULL, seen_at BIGINT NOT NULL)',
  ],
};
