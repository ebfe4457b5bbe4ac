/** When a spent code led to its session, so that a repeat of the request can be told from one that came at the same moment. */
import type { Migration } from '../migration.ts';

/** Epoch milliseconds; none while the code is being exchanged, or when it led to nothing. */
export const settledCodes: Migration = {
  id: 3,
  name: 'settled codes',
  statements: ['ALTER TABLE spent_codes ADD COLUMN settled_at_ms BIGINT'],
};
