/** One session as the store has it, without the sealed data. Instants are epoch seconds. */
import type { SqlRow } from '../database/database.ts';

export interface SessionRow {
  id: string;
  /** Envoke's account id. */
  accountId: string;
  accountName: string;
  /** In a few words, from the User-Agent at sign-in. */
  browser: string;
  /** What the person calls the browser; `''` for no name. */
  deviceName: string;
  /** Equal for the sessions of one person in an account; null when the client did not say. */
  ownerHash: string | null;
  vaultKid: string;
  signingKid: string;
  createdAt: number;
  lastUsedAt: number;
  expiresAt: number;
  /** When Envoke's permission ends. */
  connectionExpiresAt: number;
}

export const SESSION_COLUMNS =
  'id, account_id, account_name, browser, device_name, owner_hash, vault_kid, signing_kid, created_at, last_used_at, expires_at, connection_expires_at';

export function sessionRowOf(row: SqlRow): SessionRow {
  return {
    id: String(row.id),
    accountId: String(row.account_id),
    accountName: String(row.account_name),
    browser: String(row.browser),
    deviceName: String(row.device_name),
    ownerHash: row.owner_hash === null ? null : String(row.owner_hash),
    vaultKid: String(row.vault_kid),
    signingKid: String(row.signing_kid),
    createdAt: Number(row.created_at),
    lastUsedAt: Number(row.last_used_at),
    expiresAt: Number(row.expires_at),
    connectionExpiresAt: Number(row.connection_expires_at),
  };
}
