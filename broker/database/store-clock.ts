/** Compares this machine's clock with that of the store, which all its brokers share. */
import { uptimeMs } from '../clock.ts';
import type { Database } from './database.ts';

export interface StoreClock {
  /** The store's time, milliseconds since 1970. */
  nowMs: number;
  /** How far this machine's clock is ahead of the store's; 0 when the store has no clock of its own. */
  aheadMs: number;
}

/** @param now this machine's clock, milliseconds since 1970 */
export async function readStoreClock(database: Database, now: () => number): Promise<StoreClock> {
  const askedAtMs = uptimeMs();
  const storeMs = await database.clock();
  // Assumes that the store read its clock half way between question and answer.
  const ownMs = Math.round(now() - (uptimeMs() - askedAtMs) / 2);
  return { nowMs: storeMs ?? ownMs, aheadMs: storeMs === undefined ? 0 : ownMs - storeMs };
}

/** A clock that all brokers on a store share, even when the clock of one of them is changed. */
export interface SharedClock {
  /** Milliseconds since 1970: the last reading of the store's clock plus the time since then. */
  now(): number;
  /** The earlier of this clock and the machine's: a clock that is ahead must not remove rows too early. */
  earliest(): number;
  /** Reads the store's clock again. */
  read(): Promise<StoreClock>;
}

/** @param uptimeMs a clock that nobody can set */
export async function openSharedClock(
  database: Database,
  now: () => number,
  uptimeMs: () => number,
): Promise<SharedClock> {
  const readAt = async () => ({ clock: await readStoreClock(database, now), atMs: uptimeMs() });
  let last = await readAt();
  const sharedNow = () => last.clock.nowMs + Math.round(uptimeMs() - last.atMs);
  return {
    now: sharedNow,
    earliest: () => Math.min(sharedNow(), now()),
    async read() {
      const next = await readAt();
      // A store without its own clock uses this machine's clock, which may have been changed.
      if (database.kind === 'postgres') last = next;
      return next.clock;
    },
  };
}
