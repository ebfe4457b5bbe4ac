/**
 * When a spent code led to its session. This distinguishes a repeated request from one that arrived at the same moment.
 */
import type { Migration } from '../migration.ts';

/** Epoch milliseconds; null while the code is being exchanged, or when it led to no session. */
export const settledCodes: Migration = {
  id: 3,
  name: 'settled codes',
  statements: ['ALTER TABLE spent_codes ADD COLUMN settled_at_ms BIGINT'],
};
