/**
 * Tells a person's sessions from those of colleagues in the same account. Sessions from before have no owner: each is
 * only its own.
 */
import type { Migration } from '../migration.ts';

export const sessionOwners: Migration = {
  id: 11,
  name: 'session owners',
  statements: [
    'ALTER TABLE sessions ADD COLUMN owner_hash TEXT',
    "ALTER TABLE sessions ADD COLUMN device_name TEXT NOT NULL DEFAULT ''",
  ],
};
