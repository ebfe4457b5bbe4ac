/** Who spent a code: a second use of the code ends its session only when it comes with the same key. */
import type { Migration } from '../migration.ts';

/** The key's thumbprint, and a hash that identifies the proof; null in older rows. */
export const codeBearers: Migration = {
  id: 5,
  name: 'code bearers',
  statements: [
    'ALTER TABLE spent_codes ADD COLUMN jkt TEXT',
    'ALTER TABLE spent_codes ADD COLUMN proof_hash TEXT',
  ],
};
