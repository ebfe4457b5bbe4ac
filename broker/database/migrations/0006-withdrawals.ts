/**
 * Addresses whose consent was withdrawn, as keyed digests, so that a withdrawal is known even after a change of address
 * or when Envoke forgets the contact.
 */
import type { Migration } from '../migration.ts';

/** `noted_at` is epoch milliseconds; the key of `digest` is not in the store. */
export const withdrawals: Migration = {
  id: 6,
  name: 'withdrawals',
  statements: [
    `CREATE TABLE withdrawals (
      account_id TEXT NOT NULL,
      digest TEXT NOT NULL,
      status TEXT NOT NULL,
      contact_id TEXT NOT NULL,
      noted_at BIGINT NOT NULL,
      PRIMARY KEY (account_id, digest)
    )`,
    'CREATE INDEX withdrawals_of_contact ON withdrawals (account_id, contact_id)',
  ],
};
