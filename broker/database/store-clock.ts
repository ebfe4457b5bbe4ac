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
