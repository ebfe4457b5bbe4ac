/**
 * Compares this machine's clock with the store's and with those of the running brokers, since one sign-in may use
 * several brokers.
 */
import { CLOCK_APART_SECONDS, CLOCK_TOLERANCE_SECONDS } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { type ClockDifference, clockDifference } from '../../keys/running-brokers.ts';
import { type Finding, findingsOf } from './finding.ts';

const { ok, warning, fail } = findingsOf('clock');

export async function checkStoreClock(database: Database, now: () => number): Promise<Finding[]> {
  // A store without its own clock uses this machine's.
  if (database.kind === 'sqlite') return [];
  const difference = await clockDifference(database, now);
  const findings = [
    judge(difference, 'store', "PostgreSQL's"),
    judge(difference, 'brokers', "another broker's"),
  ];
  const apart = findings.filter(({ level }) => level !== 'ok');
  return apart.length > 0
    ? apart
    : [ok("it agrees with PostgreSQL's, and with those of the brokers that run.")];
}

function judge(difference: ClockDifference, of: keyof ClockDifference, whose: string): Finding {
  const seconds = difference[of];
  const message = `this machine's clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} ${whose}.`;
  if (Math.abs(seconds) <= CLOCK_APART_SECONDS) return ok(message);
  const judged = Math.abs(seconds) < CLOCK_TOLERANCE_SECONDS ? warning : fail;
  return judged(message, 'Turn a time service on (chrony, systemd-timesyncd) on every machine.');
}
