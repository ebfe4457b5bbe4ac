/** Who spent a code: only the same key can end the session that it led to by bringing it again. */
import type { Migration } from '../migration.ts';

/** A key's thumbprint, and the hash that stands for its proof; none in rows from before. */
export const codeBearers: Migration = {
  id: 5,
  name: 'code bearers',
  statements: [
    'ALTER TABLE spent_codes ADD COLUMN jkt TEXT',
    'ALTER TABLE spent_codes ADD COLUMN proof_hash TEXT',
  ],
};
