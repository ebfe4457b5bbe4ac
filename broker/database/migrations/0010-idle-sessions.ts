/** Sessions that were not used for long are removed every ten minutes; without an index each row would be read for it. */
import type { Migration } from '../migration.ts';

export const idleSessions: Migration = {
  id: 10,
  name: 'idle sessions',
  statements: ['CREATE INDEX sessions_by_last_use ON sessions (last_used_at)'],
};
