/**
 * What kind of search an account's Envoke supports. The broker finds it out by trying, stores it in the database, and
 * tries again after a while.
 */
import type { Database } from '../../database/database.ts';

/**
 * From the most to the least. `any`: part of any field. `any-without-company`: the same, where company cannot be
 * searched. `each`: part of one field at a time. `exact`: whole values only.
 */
export const SEARCH_LEVELS = ['any', 'any-without-company', 'each', 'exact'] as const;
export type SearchLevel = (typeof SEARCH_LEVELS)[number];

/** A refusal may be temporary: after this time the highest level is tried again. */
const REMEMBERED_MS = 86_400_000;
/** Accounts kept in memory. */
const ACCOUNTS_MAX = 10_000;

export interface SearchLevels {
  of(accountId: string): Promise<SearchLevel>;
  remember(accountId: string, level: SearchLevel): Promise<void>;
}

export function createSearchLevels(database: Database, now: () => number): SearchLevels {
  const known = new Map<string, { level: SearchLevel; learnedAt: number }>();

  const keep = (accountId: string, level: SearchLevel, learnedAt: number): SearchLevel => {
    if (known.size >= ACCOUNTS_MAX) known.clear();
    known.set(accountId, { level, learnedAt });
    return level;
  };
  // Learnt in the future, when the clock was ahead: this does not count as recent.
  const isFresh = (learnedAt: number) => Math.abs(now() - learnedAt) < REMEMBERED_MS;

  return {
    async of(accountId) {
      const present = known.get(accountId);
      if (present !== undefined && isFresh(present.learnedAt)) return present.level;
      const [row] = await database.all('SELECT level, learned_at FROM search_levels WHERE account_id = ?', [
        accountId,
      ]);
      const level = SEARCH_LEVELS.find((one) => one === row?.level);
      if (level !== undefined && isFresh(Number(row?.learned_at))) {
        return keep(accountId, level, Number(row?.learned_at));
      }
      return keep(accountId, 'any', now());
    },
    async remember(accountId, level) {
      keep(accountId, level, now());
      await database.run(
        `INSERT INTO search_levels (account_id, level, learned_at) VALUES (?, ?, ?)
         ON CONFLICT (account_id) DO UPDATE SET level = excluded.level, learned_at = excluded.learned_at`,
        [accountId, level, now()],
      );
    },
  };
}
