/**
 * Idempotent writes: before anything is sent, the broker claims a row, within the account, that records what happened
 * to the request.
 */
import type { Database, SqlRunner } from '../../database/database.ts';
import type { ActivityIntention, ActivityOutcome } from '../activity/activity-entry.ts';
import {
  type ActivitySettlement,
  activityIdAt,
  intendActivity,
  settleActivity,
} from '../activity/activity-log.ts';
import {
  BusyError,
  type Claim,
  type ClaimAnswer,
  type ClaimState,
  digestsOf,
  findRow,
  finished,
  giveWay,
  hashOfSubject,
  insertRow,
  type KeyedRequest,
  type WriteOutcome,
} from './claim-row.ts';
import { settleVoid, type VoidAnswer, voidWithin } from './void-claim.ts';

export interface ClaimRequest extends Omit<KeyedRequest, 'accountId'> {
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
  /** Makes sure that a write which was not carried out never will be. */
  void(request: KeyedRequest): Promise<VoidAnswer>;
  /** An earlier attempt was not carried out either. */
  voided(claim: Claim): Promise<void>;
  /** Blocks other writes to a second subject until {@link letGo}; false when such a write is in progress. */
  hold(claim: Claim, subject: string): Promise<boolean>;
  letGo(claim: Claim): Promise<void>;
}

/** Key of the row that holds a second subject. */
const heldBy = (keyHash: string) => `also ${keyHash}`;

/**
 * @param leaseMs after this time, a claim that was never settled counts as abandoned by a broker that died
 * @param lateMs how long Envoke may still carry out a write whose answer was lost
 */
export function createWriteClaims(
  database: Database,
  now: () => number,
  leaseMs: number,
  lateMs: number,
): WriteClaims {
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
    claim: (request) =>
      busyOr(database.transaction((runner) => claimWithin(runner, request, now(), leaseMs))),
    done: (claim, outcome, activity) => settle(claim, 'done', outcome, activity),
    reopen: (claim, activity) =>
      claim.wasUncertain ? settle(claim, 'uncertain', '', asUncertain) : settle(claim, 'open', '', activity),
    uncertain: (claim) => settle(claim, 'uncertain', '', asUncertain),
    void: (request) =>
      busyOr(database.transaction((runner) => voidWithin(runner, request, now(), { leaseMs, lateMs }))),
    voided: (claim) => database.transaction((runner) => settleVoid(runner, claim)),
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

/** The answer of a transaction that another request may have come before. */
async function busyOr<Answer>(work: Promise<Answer>): Promise<Answer | { kind: 'busy' }> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BusyError) return { kind: 'busy' };
    throw error;
  }
}

/** Claims a key and writes the audit line, in a transaction that the caller ends. */
export async function claimWithin(
  runner: SqlRunner,
  { idempotencyKey, request, subject, intention }: ClaimRequest,
  nowMs: number,
  leaseMs: number,
): Promise<ClaimAnswer> {
  const { accountId } = intention;
  const { keyHash, requestHash } = digestsOf({ accountId, idempotencyKey, request });
  const present = await findRow(runner, accountId, keyHash, nowMs, leaseMs);
  if (present !== undefined && present.request_hash !== requestHash) return { kind: 'other-request' };
  if (present?.state === 'done') return finished(present);
  if (present?.state === 'claimed') return { kind: 'busy' };

  const activityId = present === undefined ? activityIdAt(nowMs) : String(present.activity_id);
  const attempt = present === undefined ? 1 : Number(present.attempt) + 1;
  if (present !== undefined) await giveWay(runner, present);
  const subjectHash = hashOfSubject(accountId, subject);
  const state = 'claimed' as const;
  await insertRow(
    runner,
    { accountId, keyHash, requestHash, subjectHash, state, attempt, activityId },
    nowMs,
  );
  if (present === undefined) await intendActivity(runner, activityId, intention, nowMs);
  else await settleActivity(runner, activityId, { outcome: 'uncertain' });
  const wasUncertain = present?.state === 'uncertain';
  return { kind: 'begun', claim: { accountId, keyHash, activityId, attempt, wasUncertain } };
}
