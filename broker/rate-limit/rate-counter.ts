/** Requests per subject and minute: counted here at once, and where brokers share a store, added up there every second. */
import { hash } from 'node:crypto';
import type { Database } from '../database/database.ts';

export interface RateCounter {
  /** Counts one; seconds to wait when that is over the limit, else 0. */
  count(subject: string, perMinute: number): number;
  /**
   * Adds the counts since the last time to those of the other brokers, and learns theirs. One at a time: while one is under
   * way, another does nothing. What could not be shared is shared the next time.
   */
  flush(): Promise<void>;
}

/**
 * Bounds the memory; past it nobody new is counted until the minute is over. So strangers with any number of addresses lock
 * nobody out; sessions, which are counted elsewhere, keep their limit.
 */
const SUBJECTS_MAX = 200_000;
/** Of the limit: strangers below it are not worth a row. */
const SHARED_FROM_PART = 0.1;
/** Rows that strangers may cause in a minute. */
const STRANGERS_SHARED_MAX = 1_000;
/** Subjects of one statement; three parameters each, of the 32,766 that SQLite and the 65,535 that PostgreSQL allow. */
const BATCH_MAX = 1_000;

interface Count {
  /** All that is known, of this and other brokers. */
  total: number;
  /** Of these not yet shared. */
  unshared: number;
  /** Whether it has a row, or may have one. */
  isShared: boolean;
}

export interface RateCounterOptions {
  /** Milliseconds since 1970. */
  now: () => number;
  /** `strangers`, of whom there may be any number, are shared only when they are busy, and only so many. */
  who: 'sessions' | 'strangers';
  /** Where counts are shared; undefined for a broker that is alone. */
  database?: Database | undefined;
}

/**
 * Ours rather than `@fastify/rate-limit`: counts are shared every second instead of at each request, strangers apart from
 * sessions, and a full memory lets in rather than out.
 */
export function createRateCounter({ now, who, database }: RateCounterOptions): RateCounter {
  let minute = 0;
  let counts = new Map<string, Count>();
  let strangersShared = 0;
  let isFlushing = false;

  const mayBeShared = ({ total }: Count, perMinute: number) => {
    if (who === 'sessions') return true;
    if (total < perMinute * SHARED_FROM_PART || strangersShared >= STRANGERS_SHARED_MAX) return false;
    strangersShared += 1;
    return true;
  };
  return {
    count(subject, perMinute) {
      const seconds = Math.floor(now() / 1000);
      const current = Math.floor(seconds / 60);
      if (current !== minute) {
        minute = current;
        counts = new Map();
        strangersShared = 0;
      }
      const count = counts.get(subject) ?? { total: 0, unshared: 0, isShared: false };
      if (counts.size < SUBJECTS_MAX) counts.set(subject, count);
      if (count.total >= perMinute) return 60 - (seconds % 60);
      count.total += 1;
      count.unshared += 1;
      count.isShared ||= mayBeShared(count, perMinute);
      return 0;
    },
    async flush() {
      if (database === undefined || isFlushing) return;
      isFlushing = true;
      try {
        await share(database, minute, counts);
      } finally {
        isFlushing = false;
      }
    },
  };
}

async function share(database: Database, minute: number, counts: ReadonlyMap<string, Count>): Promise<void> {
  const changed = [...counts]
    .filter(([, { unshared, isShared }]) => isShared && unshared > 0)
    // Addresses are people's: the store holds only what cannot be read back at a glance.
    .map(([subject, count]) => ({ key: hash('sha256', subject, 'base64url'), count }))
    // In one order, so that two brokers never wait for one another's rows.
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  for (let start = 0; start < changed.length; start += BATCH_MAX)
    await shareBatch(database, minute, changed.slice(start, start + BATCH_MAX));
  await database.run('DELETE FROM rate_counts WHERE minute < ?', [minute - 1]);
}

async function shareBatch(
  database: Database,
  minute: number,
  batch: readonly { key: string; count: Count }[],
): Promise<void> {
  const added = batch.map(({ count }) => count.unshared);
  const rows = await database.all(
    `INSERT INTO rate_counts (subject, minute, requests) VALUES ${batch.map(() => '(?, ?, ?)').join(', ')}
     ON CONFLICT (subject, minute) DO UPDATE SET requests = rate_counts.requests + excluded.requests RETURNING subject, requests`,
    batch.flatMap(({ key }, index) => [key, minute, added[index] ?? 0]),
  );
  const requests = new Map(rows.map((row) => [row.subject, Number(row.requests)]));
  for (const [index, { key, count }] of batch.entries()) {
    // Some may have been counted meanwhile.
    count.unshared -= added[index] ?? 0;
    count.total = Math.max(count.total, (requests.get(key) ?? 0) + count.unshared);
  }
}
