/** This machine's clock beside that of the store, which all brokers on it share. */
import { uptimeMs } from '../clock.ts';
import type { Database } from './database.ts';

export interface StoreClock {
  /** The store's time, milliseconds since 1970. */
  nowMs: number;
  /** How far this machine's clock is ahead of it; 0 where the store has no clock of its own. */
  aheadMs: number;
}

/** @param now this machine's clock, milliseconds since 1970 */
export async function readStoreClock(database: Database, now: () => number): Promise<StoreClock> {
  const askedAtMs = uptimeMs();
  const storeMs = await database.clock();
  // The store looked at its clock half way between question and answer.
  const ownMs = Math.round(now() - (uptimeMs() - askedAtMs) / 2);
  return { nowMs: storeMs ?? ownMs, aheadMs: storeMs === undefined ? 0 : ownMs - storeMs };
}

/** Time that all brokers on a store agree on, whatever happens to the clock of one of them. */
export interface SharedClock {
  /** Milliseconds since 1970: what the store's clock said when it was last read, and what has passed since. */
  now(): number;
  /** The earlier of this and the machine's own: a clock that runs ahead must remove nothing for its age. */
  earliest(): number;
  /** Reads the store's clock anew. */
  read(): Promise<StoreClock>;
}

/** @param uptimeMs a clock that cannot be set */
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
      // Without a clock of its own the store follows this machine's, which may have been set.
      if (database.kind === 'postgres') last = next;
      return next.clock;
    },
  };
}
