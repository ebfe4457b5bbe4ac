/**
 * E-mails that a look-up has just found nobody by, so that who adds many people, looked up together, is not made to look for
 * each of them once more. Short-lived, used once, and never the only guard: Envoke refuses an e-mail that it has.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { emailKey } from '../../../shared/email-key.ts';

/** Long enough for the people of one look-up at one a second, and no longer. */
const FRESH_MS = 60_000;
const EMAILS_MAX = 20_000;

export interface FoundAbsent {
  note(accountId: string, emails: readonly string[]): void;
  /** Whether nobody was found by it a moment ago. Says so once: whoever is told may be the one who adds them. */
  take(accountId: string, email: string): boolean;
}

/** @param now milliseconds of any clock that only goes forward */
export function createFoundAbsent(now: () => number = () => performance.now()): FoundAbsent {
  const noted = new LRUCache<string, number>({ max: EMAILS_MAX });
  const keyOf = (accountId: string, email: string) =>
    createHash('sha256')
      .update(`${accountId} ${emailKey(email)}`)
      .digest('base64');
  return {
    note(accountId, emails) {
      for (const email of emails) noted.set(keyOf(accountId, email), now());
    },
    take(accountId, email) {
      const key = keyOf(accountId, email);
      const atMs = noted.get(key);
      noted.delete(key);
      return atMs !== undefined && now() - atMs < FRESH_MS;
    },
  };
}
