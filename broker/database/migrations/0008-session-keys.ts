/** Every start asks which keys the sessions need; without an index that would read every row. */
import type { Migration } from '../migration.ts';

export const sessionKeys: Migration = {
  id: 8,
  name: 'session keys',
  statements: [
    'CREATE INDEX sessions_by_vault_key ON sessions (vault_kid)',
    'CREATE INDEX sessions_by_signing_key ON sessions (signing_kid)',
  ],
};
