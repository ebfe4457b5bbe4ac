/**
 * Idempotent writes: before anything is sent, the broker claims a row, within the account, that records what happened
 * to the request. Rows hold digests and outcomes. A partial unique index allows only one write to a contact at a time.
 */
import { createHash, createHmac } from 'node:crypto';
import { CLOCK_TOLERANCE_SECONDS } from '../../clock.ts';
import type { Database, SqlRow, SqlRunner } from '../../database/database.ts';
import type { ActivityIntention, ActivityOutcome } from '../activity/activity-entry.ts';
import {
  type ActivitySettlement,
  activityIdAt,
  intendActivity,
  settleActivity,
} from '../activity/activity-log.ts';

export type WriteOutcome = 'created' | 'exists' | 'updated';

/**
 * `claimed`: in progress. `open`: nothing was written, may be tried again. `uncertain`: it may have been written.
 * `done`: it was written.
 */
type ClaimState = 'claimed' | 'open' | 'uncertain' | 'done';

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

export interface ClaimRequest {
  idempotencyKey: string;
  /** The request itself, from which the digest is computed. */
  request: unknown;
  /** What the request writes to; only one write to a subject at a time. */
  subject: string;
  intention: ActivityIntention;
}

export interface WriteClaims {
  claim(request: ClaimRequest): Promise<ClaimAnswer>;
  /** The write has its final answer. */
  done(claim: Claim, outcome: WriteOutcome, activity: ActivitySettlement): Promise<void>;
  /** Nothing was written. The audit line says so, unless an earlier attempt may have written something. */
  reopen(claim: Claim, activity: ActivitySettlement): Promise<void>;
  uncertain(claim: Claim): Promise<void>;
  /** Blocks other writes to a second subject until {@link letGo}; false when such a write is in progress. */
  hold(claim: Claim, subject: string): Promise<boolean>;
  letGo(claim: Claim): Promise<void>;
}

/** Key of the row that holds a second subject. */
const heldBy = (keyHash: string) => `also ${keyHash}`;

const hashOfSubject = (accountId: string, subject: string) =>
  createHash('sha256').update(`${accountId} ${subject}`).digest('base64url');

/** Rolls a claim back, because another request has it. */
class BusyError extends Error {}

/** @param leaseMs after this time, a claim that was never settled counts as abandoned by a broker that died */
export function createWriteClaims(database: Database, now: () => number, leaseMs: number): WriteClaims {
  const settle = (
    claim: Claim,
    state: ClaimState,
    outcome: WriteOutcome | '',
    activity: ActivitySettlement,
  ) =>
    database.transaction(async (runner) => {
      const changed = await runner.run(
        `UPDATE write_claims SET state = ?, outcome = ?, contact_id = ?
         WHERE account_id = ? AND key_hash = ? AND attempt = ? AND state <> 'done'`,
        [state, outcome, activity.contactId ?? '', claim.accountId, claim.keyHash, claim.attempt],
      );
      // Another attempt has taken over; it checks itself what this attempt wrote.
      if (changed > 0) await settleActivity(runner, claim.activityId, activity);
    });
  const asUncertain = { outcome: 'uncertain' as ActivityOutcome };

  return {
    async claim(request) {
      try {
        return await database.transaction((runner) => claimWithin(runner, request, now(), leaseMs));
      } catch (error) {
        if (error instanceof BusyError) return { kind: 'busy' };
        throw error;
      }
    },
    done: (claim, outcome, activity) => settle(claim, 'done', outcome, activity),
    reopen: (claim, activity) =>
      claim.wasUncertain ? settle(claim, 'uncertain', '', asUncertain) : settle(claim, 'open', '', activity),
    uncertain: (claim) => settle(claim, 'uncertain', '', asUncertain),
    async hold({ accountId, keyHash, attempt, activityId }, subject) {
      await database.run(
        'DELETE FROM write_claims WHERE account_id = ? AND key_hash = ? AND claimed_at < ?',
        [accountId, heldBy(keyHash), now() - leaseMs],
      );
      const held = await database.run(
        `INSERT INTO write_claims (account_id, key_hash, request_hash, subject_hash, state, attempt, claimed_at, outcome,
           contact_id, activity_id) VALUES (?, ?, '', ?, 'claimed', ?, ?, '', '', ?) ON CONFLICT DO NOTHING`,
        [accountId, heldBy(keyHash), hashOfSubject(accountId, subject), attempt, now(), activityId],
      );
      return held > 0;
    },
    async letGo({ accountId, keyHash, attempt }) {
      await database.run('DELETE FROM write_claims WHERE account_id = ? AND key_hash = ? AND attempt = ?', [
        accountId,
        heldBy(keyHash),
        attempt,
      ]);
    },
  };
}

/** Claims a key and writes the audit line, in a transaction that the caller ends. */
export async function claimWithin(
  runner: SqlRunner,
  { idempotencyKey, request, subject, intention }: ClaimRequest,
  nowMs: number,
  leaseMs: number,
): Promise<ClaimAnswer> {
  const { accountId } = intention;
  const keyHash = createHash('sha256').update(`${accountId} ${idempotencyKey}`).digest('base64url');
  // The digest is keyed with the idempotency key, which is not stored, so nobody can guess the request from the row.
  const requestHash = createHmac('sha256', idempotencyKey).update(canonical(request)).digest('base64url');
  const subjectHash = hashOfSubject(accountId, subject);

  await runner.run(
    `UPDATE write_claims SET state = 'uncertain' WHERE account_id = ? AND state = 'claimed' AND (claimed_at < ? OR claimed_at > ?)`,
    // A claim from far in the future was made while the clock was wrong.
    [accountId, nowMs - leaseMs, nowMs + CLOCK_TOLERANCE_SECONDS * 1000],
  );
  const [present] = await runner.all('SELECT * FROM write_claims WHERE account_id = ? AND key_hash = ?', [
    accountId,
    keyHash,
  ]);
  if (present !== undefined && present.request_hash !== requestHash) return { kind: 'other-request' };
  if (present?.state === 'done') return finished(present);
  if (present?.state === 'claimed') return { kind: 'busy' };

  const activityId = present === undefined ? activityIdAt(nowMs) : String(present.activity_id);
  const attempt = present === undefined ? 1 : Number(present.attempt) + 1;
  if (present !== undefined) await giveWay(runner, present);
  const claimed = await runner.run(
    `INSERT INTO write_claims (account_id, key_hash, request_hash, subject_hash, state, attempt, claimed_at, outcome,
       contact_id, activity_id) VALUES (?, ?, ?, ?, 'claimed', ?, ?, '', '', ?) ON CONFLICT DO NOTHING`,
    [accountId, keyHash, requestHash, subjectHash, attempt, nowMs, activityId],
  );
  // Another request with the same key, or another write to the same contact, came first.
  if (claimed === 0) throw new BusyError();
  if (present === undefined) await intendActivity(runner, activityId, intention, nowMs);
  else await settleActivity(runner, activityId, { outcome: 'uncertain' });
  const wasUncertain = present?.state === 'uncertain';
  return { kind: 'begun', claim: { accountId, keyHash, activityId, attempt, wasUncertain } };
}

/** The row of the last attempt is replaced by that of the next one, unless another broker did so first. */
async function giveWay(runner: SqlRunner, { account_id, key_hash, attempt, state }: SqlRow): Promise<void> {
  const removed = await runner.run(
    'DELETE FROM write_claims WHERE account_id = ? AND key_hash = ? AND attempt = ? AND state = ?',
    [account_id ?? null, key_hash ?? null, attempt ?? null, state ?? null],
  );
  if (removed === 0) throw new BusyError();
}

function finished(row: SqlRow): ClaimAnswer {
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
