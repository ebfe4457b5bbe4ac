/** Requests per subject and minute: counted here at once, and where brokers share a store, added up there every second. */
import { hash } from 'node:crypto';
import type { Database } from '../database/database.ts';

export interface RateCounter {
  /** Counts one; seconds to wait when that is over the limit, else 0. */
  count(subject: string, perMinute: number): number;
  /** Adds the counts since the last time to those of the other brokers, and learns theirs. */
  flush(): Promise<void>;
}

/** Bounds the memory; past it nobody new is counted until the minute is over. */
const SUBJECTS_MAX = 200_000;

interface Count {
  /** All that is known, of this and other brokers. */
  total: number;
  /** Of these not yet shared. */
  unshared: number;
}

/** @param database where counts are shared; undefined for a broker that is alone */
export function createRateCounter(now: () => number, database?: Database): RateCounter {
  let minute = 0;
  let counts = new Map<string, Count>();
  return {
    count(subject, perMinute) {
      const seconds = Math.floor(now() / 1000);
      const current = Math.floor(seconds / 60);
      if (current !== minute) {
        minute = current;
        counts = new Map();
      }
      const count = counts.get(subject) ?? { total: 0, unshared: 0 };
      if (counts.size < SUBJECTS_MAX) counts.set(subject, count);
      if (count.total >= perMinute) return 60 - (seconds % 60);
      count.total += 1;
      count.unshared += 1;
      return 0;
    },
    async flush() {
      if (database === undefined) return;
      const shared = minute;
      for (const [subject, count] of counts) {
        if (count.unshared === 0) continue;
        const added = count.unshared;
        count.unshared = 0;
        // Addresses are people's: the store holds only what cannot be read back at a glance.
        const key = hash('sha256', subject, 'base64url');
        const [row] = await database.all(
          'INSERT INTO rate_counts (subject, minute, requests) VALUES (?, ?, ?) ON CONFLICT (subject, minute) DO UPDATE SET requests = rate_counts.requests + excluded.requests RETURNING requests',
          [key, shared, added],
        );
        count.total = Math.max(count.total, Number(row?.requests ?? 0) + count.unshared);
      }
      await database.run('DELETE FROM rate_counts WHERE minute < ?', [shared - 1]);
    },
  };
}
