/** Makes sure that a write which was not carried out never will be: its key gets a row that no request matches. */
import type { SqlRunner } from '../../database/database.ts';
import { settleActivity } from '../activity/activity-log.ts';
import {
  type Claim,
  type ClaimAnswer,
  digestsOf,
  findRow,
  finished,
  giveWay,
  insertRow,
  type KeyedRequest,
} from './claim-row.ts';

/**
 * `begun`: an earlier attempt may have been carried out, and nobody else writes until the claim is settled. `early`: the same,
 * but Envoke may still carry it out, so that only finding it says anything.
 */
export type VoidAnswer = ClaimAnswer | { kind: 'void' } | { kind: 'early'; claim: Claim };

interface Patience {
  /** After this time, a claim that was never settled counts as abandoned. */
  leaseMs: number;
  /** How long Envoke may still carry out a write whose answer was lost. */
  lateMs: number;
}

/** In a transaction that the caller ends. @throws BusyError */
export async function voidWithin(
  runner: SqlRunner,
  request: KeyedRequest,
  nowMs: number,
  { leaseMs, lateMs }: Patience,
): Promise<VoidAnswer> {
  const { accountId } = request;
  const { keyHash, requestHash } = digestsOf(request);
  const voidRow = { accountId, keyHash, requestHash: '', subjectHash: '', state: 'void' as const };
  const present = await findRow(runner, accountId, keyHash, nowMs, leaseMs);
  if (present === undefined) {
    await insertRow(runner, { ...voidRow, attempt: 1, activityId: '' }, nowMs);
    return { kind: 'void' };
  }
  if (present.state === 'void') return { kind: 'void' };
  if (present.request_hash !== requestHash) return { kind: 'other-request' };
  if (present.state === 'done') return finished(present);
  if (present.state === 'claimed') return { kind: 'busy' };
  const attempt = Number(present.attempt) + 1;
  const activityId = String(present.activity_id);
  if (present.state === 'open') {
    await giveWay(runner, present);
    await insertRow(runner, { ...voidRow, attempt, activityId }, nowMs);
    return { kind: 'void' };
  }
  if (nowMs - Number(present.claimed_at) < lateMs) {
    const claim = { accountId, keyHash, activityId, attempt: attempt - 1, wasUncertain: true };
    return { kind: 'early', claim };
  }
  await giveWay(runner, present);
  const subjectHash = String(present.subject_hash);
  const state = 'claimed' as const;
  await insertRow(
    runner,
    { accountId, keyHash, requestHash, subjectHash, state, attempt, activityId },
    nowMs,
  );
  return { kind: 'begun', claim: { accountId, keyHash, activityId, attempt, wasUncertain: true } };
}

/** An earlier attempt was not carried out either. In a transaction that the caller ends. */
export async function settleVoid(
  runner: SqlRunner,
  { accountId, keyHash, attempt, activityId }: Claim,
): Promise<void> {
  const changed = await runner.run(
    `UPDATE write_claims SET state = 'void', request_hash = ''
     WHERE account_id = ? AND key_hash = ? AND attempt = ? AND state = 'claimed'`,
    [accountId, keyHash, attempt],
  );
  if (changed > 0) await settleActivity(runner, activityId, { outcome: 'failed' });
}
