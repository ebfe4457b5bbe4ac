/** The broker removes unused sessions every ten minutes; without an index that would read every row. */
import type { Migration } from '../migration.ts';

export const idleSessions: Migration = {
  id: 10,
  name: 'idle sessions',
  statements: ['CREATE INDEX sessions_by_last_use ON sessions (last_used_at)'],
};
