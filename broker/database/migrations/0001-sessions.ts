/** Sessions with their sealed Envoke tokens, spent codes, seen proofs, and the marks of the keys. Instants are epoch seconds. */
import type { Migration } from '../migration.ts';

export const sessions: Migration = {
  id: 1,
  name: 'sessions',
  statements: [
    `CREATE TABLE sessions (
      id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL,
      account_name TEXT NOT NULL,
      browser TEXT NOT NULL,
      sealed BYTEA NOT NULL,
      vault_kid TEXT NOT NULL,
      signing_kid TEXT NOT NULL,
      created_at BIGINT NOT NULL,
      last_used_at BIGINT NOT NULL,
      expires_at BIGINT NOT NULL,
      connection_expires_at BIGINT NOT NULL
    )`,
    'CREATE INDEX sessions_by_account ON sessions (account_id)',
    'CREATE INDEX sessions_by_expiry ON sessions (expires_at)',
    `CREATE TABLE spent_codes (
      code_hash TEXT PRIMARY KEY,
      session_id TEXT,
      spent_at BIGINT NOT NULL,
      expires_at BIGINT NOT NULL
    )`,
    `CREATE TABLE seen_proofs (
      proof_hash TEXT PRIMARY KEY,
      expires_at BIGINT NOT NULL
    )`,
    `CREATE TABLE rate_counts (
      subject TEXT NOT NULL,
      minute BIGINT NOT NULL,
      requests BIGINT NOT NULL,
      PRIMARY KEY (subject, minute)
    )`,
    `CREATE TABLE key_marks (
      purpose TEXT NOT NULL,
      kid TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      PRIMARY KEY (purpose, kid)
    )`,
  ],
};
