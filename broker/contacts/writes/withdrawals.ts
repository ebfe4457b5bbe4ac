/**
 * Addresses whose consent was withdrawn, as far as this broker has seen it: keyed digests, by account. The broker asks
 * Envoke first. These digests are for an address that a contact had before it was changed, and for an Envoke that has
 * forgotten the contact.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { isWithdrawn, parseConsentStatus } from '../../../shared/consent.ts';
import { emailKey } from '../../../shared/email-key.ts';
import type { Database } from '../../database/database.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';

export interface Withdrawal {
  status: string;
  contactId: string;
}

export interface Withdrawals {
  /** Remembers the addresses of those contacts whose consent was withdrawn. */
  note(
    accountId: string,
    contacts: readonly Pick<EnvokeContact, 'id' | 'email' | 'consentStatus'>[],
  ): Promise<void>;
  find(accountId: string, email: string): Promise<Withdrawal | undefined>;
  /**
   * Forgets the withdrawal of this address, when the person asked to come back and a user confirmed it. Earlier addresses
   * of the contact stay remembered, and a spam complaint is never forgotten.
   */
  forget(accountId: string, email: string): Promise<void>;
}

/** Digests that are certainly in the store, so that a contact that is read again causes no write. */
const NOTED_MAX = 10_000;
/** Another broker may have deleted the row meanwhile. */
const NOTED_MS = 60_000;

/** @param keys the active one first; without keys, withdrawals are forgotten when this broker stops */
export function createWithdrawals(
  database: Database,
  now: () => number,
  keys: readonly Uint8Array[] = [randomBytes(32)],
): Withdrawals {
  const noted = new LRUCache<string, string>({ max: NOTED_MAX, ttl: NOTED_MS });
  const digestsOf = (accountId: string, email: string) =>
    keys.map((key) =>
      createHmac('sha256', key)
        .update(`${accountId} ${emailKey(email)}`)
        .digest('base64url'),
    );
  const marks = (digests: readonly string[]) => digests.map(() => '?').join(', ');

  return {
    async note(accountId, contacts) {
      const rows = new Map<string, readonly [status: string, id: string]>();
      for (const { id, email, consentStatus } of contacts) {
        const status = parseConsentStatus(consentStatus);
        if (status === undefined || !isWithdrawn(status) || email === '') continue;
        const [digest = ''] = digestsOf(accountId, email);
        if (noted.get(digest) !== status) rows.set(digest, [status, id]);
      }
      if (rows.size === 0) return;
      await database.run(
        `INSERT INTO withdrawals (account_id, digest, status, contact_id, noted_at)
         VALUES ${[...rows].map(() => '(?, ?, ?, ?, ?)').join(', ')}
         ON CONFLICT (account_id, digest) DO UPDATE SET status = excluded.status, contact_id = excluded.contact_id,
         noted_at = excluded.noted_at`,
        [...rows].flatMap(([digest, [status, id]]) => [accountId, digest, status, id, now()]),
      );
      for (const [digest, [status]] of rows) noted.set(digest, status);
    },
    async find(accountId, email) {
      const digests = digestsOf(accountId, email);
      const [row] = await database.all(
        `SELECT status, contact_id FROM withdrawals WHERE account_id = ? AND digest IN (${marks(digests)})`,
        [accountId, ...digests],
      );
      return row && { status: String(row.status), contactId: String(row.contact_id) };
    },
    async forget(accountId, email) {
      const digests = digestsOf(accountId, email);
      for (const digest of digests) noted.delete(digest);
      await database.run(
        `DELETE FROM withdrawals WHERE account_id = ? AND status = 'Revoked' AND digest IN (${marks(digests)})`,
        [accountId, ...digests],
      );
    },
  };
}
