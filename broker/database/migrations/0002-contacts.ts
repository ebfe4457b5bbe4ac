/**
 * The tables of contacts: idempotent writes in progress and done, the audit trail, and the search level of each
 * account.
 */
import type { Migration } from '../migration.ts';

/** Instants are epoch milliseconds. */
export const contacts: Migration = {
  id: 2,
  name: 'contacts',
  statements: [
    `CREATE TABLE write_claims (
      account_id TEXT NOT NULL,
      key_hash TEXT NOT NULL,
      request_hash TEXT NOT NULL,
      subject_hash TEXT NOT NULL,
      state TEXT NOT NULL,
      attempt BIGINT NOT NULL,
      claimed_at BIGINT NOT NULL,
      outcome TEXT NOT NULL,
      contact_id TEXT NOT NULL,
      activity_id TEXT NOT NULL,
      PRIMARY KEY (account_id, key_hash)
    )`,
    "CREATE UNIQUE INDEX write_claims_under_way ON write_claims (account_id, subject_hash) WHERE state = 'claimed'",
    'CREATE INDEX write_claims_age ON write_claims (claimed_at)',
    `CREATE TABLE activity (
      id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL,
      at BIGINT NOT NULL,
      session_id TEXT NOT NULL,
      action TEXT NOT NULL,
      contact_id TEXT NOT NULL,
      outcome TEXT NOT NULL,
      consent_from TEXT NOT NULL,
      consent_to TEXT NOT NULL,
      basis TEXT NOT NULL,
      page_url TEXT NOT NULL,
      confirmed BIGINT NOT NULL,
      request_id TEXT NOT NULL
    )`,
    'CREATE INDEX activity_of_account ON activity (account_id, id)',
    'CREATE INDEX activity_of_contact ON activity (account_id, contact_id, id)',
    'CREATE INDEX activity_age ON activity (at)',
    `CREATE TABLE search_levels (
      account_id TEXT PRIMARY KEY,
      level TEXT NOT NULL,
      learned_at BIGINT NOT NULL
    )`,
  ],
};
