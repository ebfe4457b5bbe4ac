/** Forgets what has been kept long enough. */
import type { Database } from '../database/database.ts';

const DAY_MS = 86_400_000;
/** How long a repeat of a write gets its first answer: an outbox that was offline for a holiday still adds nobody twice. */
const CLAIM_DAYS = 30;

/** Claims past {@link CLAIM_DAYS} and audit lines past `activityDays`; the number of rows removed. */
export async function sweepContacts(
  database: Database,
  nowMs: number,
  activityDays: number,
): Promise<number> {
  const claims = await database.run('DELETE FROM write_claims WHERE claimed_at < ?', [
    nowMs - CLAIM_DAYS * DAY_MS,
  ]);
  const lines = await database.run('DELETE FROM activity WHERE at < ?', [nowMs - activityDays * DAY_MS]);
  return claims + lines;
}
