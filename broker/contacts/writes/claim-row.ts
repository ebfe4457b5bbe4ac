/** The rows of claimed writes: digests and outcomes. A partial unique index allows only one claimed row for a subject. */
import { createHash, createHmac } from 'node:crypto';
import { CLOCK_TOLERANCE_SECONDS } from '../../clock.ts';
import type { SqlRow, SqlRunner } from '../../database/database.ts';

/**
 * `claimed`: in progress. `open`: nothing was written, may be tried again. `uncertain`: it may have been written.
 * `done`: it was written. `void`: nothing was written, and nothing ever is.
 */
export type ClaimState = 'claimed' | 'open' | 'uncertain' | 'done' | 'void';

export type WriteOutcome = 'created' | 'exists' | 'updated';

export interface Claim {
  accountId: string;
  keyHash: string;
  activityId: string;
  attempt: number;
  /** An earlier attempt may have been carried out: check before writing. */
  wasUncertain: boolean;
}

export type ClaimAnswer =
  | { kind: 'begun'; claim: Claim }
  | { kind: 'done'; outcome: WriteOutcome; contactId: string }
  | { kind: 'busy' }
  | { kind: 'other-request' };

export interface KeyedRequest {
  accountId: string;
  idempotencyKey: string;
  /** The request itself, from which the digest is computed. */
  request: unknown;
}

/** Rolls a transaction back, because another request has the claim. */
export class BusyError extends Error {}

export function digestsOf({ accountId, idempotencyKey, request }: KeyedRequest) {
  return {
    keyHash: createHash('sha256').update(`${accountId} ${idempotencyKey}`).digest('base64url'),
    // The digest is keyed with the idempotency key, which is not stored, so nobody can guess the request from the row.
    requestHash: createHmac('sha256', idempotencyKey).update(canonical(request)).digest('base64url'),
  };
}

export const hashOfSubject = (accountId: string, subject: string) =>
  createHash('sha256').update(`${accountId} ${subject}`).digest('base64url');

/** The row of a key, once claims that a dead broker left count as uncertain. */
export async function findRow(
  runner: SqlRunner,
  accountId: string,
  keyHash: string,
  nowMs: number,
  leaseMs: number,
): Promise<SqlRow | undefined> {
  await runner.run(
    `UPDATE write_claims SET state = 'uncertain' WHERE account_id = ? AND state = 'claimed' AND (claimed_at < ? OR claimed_at > ?)`,
    // A claim from far in the future was made while the clock was wrong.
    [accountId, nowMs - leaseMs, nowMs + CLOCK_TOLERANCE_SECONDS * 1000],
  );
  const [row] = await runner.all('SELECT * FROM write_claims WHERE account_id = ? AND key_hash = ?', [
    accountId,
    keyHash,
  ]);
  return row;
}

interface NewRow {
  accountId: string;
  keyHash: string;
  /** `''` for a void row: no request has this digest, so a late one is refused. */
  requestHash: string;
  subjectHash: string;
  state: ClaimState;
  attempt: number;
  activityId: string;
}

/** @throws BusyError where another request with the same key, or another write to the same subject, came first */
export async function insertRow(runner: SqlRunner, row: NewRow, nowMs: number): Promise<void> {
  const { accountId, keyHash, requestHash, subjectHash, state, attempt, activityId } = row;
  const inserted = await runner.run(
    `INSERT INTO write_claims (account_id, key_hash, request_hash, subject_hash, state, attempt, claimed_at, outcome,
       contact_id, activity_id) VALUES (?, ?, ?, ?, ?, ?, ?, '', '', ?) ON CONFLICT DO NOTHING`,
    [accountId, keyHash, requestHash, subjectHash, state, attempt, nowMs, activityId],
  );
  if (inserted === 0) throw new BusyError();
}

/** The row of the last attempt is replaced by that of the next one, unless another broker did so first. */
export async function giveWay(
  runner: SqlRunner,
  { account_id, key_hash, attempt, state }: SqlRow,
): Promise<void> {
  const removed = await runner.run(
    'DELETE FROM write_claims WHERE account_id = ? AND key_hash = ? AND attempt = ? AND state = ?',
    [account_id ?? null, key_hash ?? null, attempt ?? null, state ?? null],
  );
  if (removed === 0) throw new BusyError();
}

export function finished(row: SqlRow): Extract<ClaimAnswer, { kind: 'done' }> {
  return { kind: 'done', outcome: String(row.outcome) as WriteOutcome, contactId: String(row.contact_id) };
}

/** JSON with sorted keys: the same request gives the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
