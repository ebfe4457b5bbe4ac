/** Removes what has been kept long enough. */
import type { Ground } from '../../shared/consent-grounds.ts';
import type { Database } from '../database/database.ts';

const DAY_MS = 86_400_000;
/**
 * How long a repeated write gets its first answer: an outbox that was offline during a holiday must still not add a
 * person twice.
 */
const CLAIM_DAYS = 30;
/** The longest period of any ground: until then the end of a consent is computed from the day recorded in the trail. */
const CLOCK_DAYS = 731;

/** Days by ground, null without end; `others` for grounds that are not listed. */
export interface KeptDays {
  others: number;
  byGround: ReadonlyMap<Ground, number | null>;
}

/** Ground that decides how long a line is kept. Express consent counts as `asked`, whatever ground was recorded. */
const GROUND = `CASE WHEN consent_to = 'Express' AND outcome IN ('done', 'uncertain') THEN 'asked' ELSE basis END`;
const HAS_CLOCK = `happened_on <> '' AND consent_to LIKE 'Implied%' AND outcome IN ('done', 'uncertain')`;

/** Claims past {@link CLAIM_DAYS} and audit lines that were kept for their days; the number of rows removed. */
export async function sweepContacts(database: Database, nowMs: number, kept: KeptDays): Promise<number> {
  const { others, byGround } = kept;
  const before = (days: number) => nowMs - days * DAY_MS;
  let removed = await database.run('DELETE FROM write_claims WHERE claimed_at < ?', [before(CLAIM_DAYS)]);
  const forget = async (days: number, which: string, grounds: readonly string[]) => {
    removed += await database.run(
      `DELETE FROM activity WHERE at < ? AND (at < ? OR NOT (${HAS_CLOCK})) AND ${which}`,
      [before(days), before(Math.max(days, CLOCK_DAYS)), ...grounds],
    );
  };
  for (const [ground, days] of byGround) {
    if (days !== null) await forget(days, `${GROUND} = ?`, [ground]);
  }
  const named = [...byGround.keys()];
  await forget(
    others,
    named.length === 0 ? '1 = 1' : `${GROUND} NOT IN (${named.map(() => '?').join(', ')})`,
    named,
  );
  return removed;
}
