/**
 * Counts requests per subject and minute: immediately in this process, and every second across brokers that share a
 * store.
 */
import { hash } from 'node:crypto';
import type { Database } from '../database/database.ts';

export interface RateCounter {
  /** Counts one request. Returns the seconds to wait when it is over the limit, else 0. */
  count(subject: string, perMinute: number): number;
  /**
   * Adds the new counts to those of the other brokers, and reads theirs. Only one run at a time: during a run, another
   * call does nothing. Counts that could not be shared are shared the next time.
   */
  flush(): Promise<void>;
}

/**
 * Limits the memory. Above it, no new subject is counted until the minute ends, so strangers with many addresses lock
 * nobody out. Sessions are counted separately and keep their limit.
 */
const SUBJECTS_MAX = 200_000;
/** Part of the limit: below it, a stranger's count is not worth a row. */
const SHARED_FROM_PART = 0.1;
/** Most rows that strangers may cause in a minute. */
const STRANGERS_SHARED_MAX = 1_000;
/** Subjects in one statement. Each uses three parameters; SQLite allows 32,766 and PostgreSQL 65,535. */
const BATCH_MAX = 1_000;

interface Count {
  /** The known count of this and the other brokers together. */
  total: number;
  /** The part of the total that is not shared yet. */
  unshared: number;
  /** Whether the count has a row, or may have one. */
  isShared: boolean;
}

export interface RateCounterOptions {
  /** Milliseconds since 1970. */
  now: () => number;
  /** There may be any number of `strangers`: only the busy ones are shared, and only a limited number of them. */
  who: 'sessions' | 'strangers';
  /** Where counts are shared; undefined for a single broker. */
  database?: Database | undefined;
}

/**
 * Our own code instead of `@fastify/rate-limit`: it shares counts every second instead of at each request, counts
 * strangers apart from sessions, and lets requests through when its memory is full.
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
    // Addresses are personal data: the store holds them only in a form that cannot be read directly.
    .map(([subject, count]) => ({ key: hash('sha256', subject, 'base64url'), count }))
    // In a fixed order, so that two brokers never wait for each other's rows.
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
    // More requests may have been counted in the meantime.
    count.unshared -= added[index] ?? 0;
    count.total = Math.max(count.total, (requests.get(key) ?? 0) + count.unshared);
  }
}
