/**
 * E-mails for which a look-up has just found no contact. A person who looks up many people and then adds them does not
 * wait for a second look-up of each one. Entries are short-lived and used once. They are never the only guard: Envoke
 * refuses an e-mail that it already has.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { emailKey } from '../../../shared/email-key.ts';
import { FOUND_ABSENT_SECONDS } from '../../../shared/limits.ts';

const FRESH_MS = FOUND_ABSENT_SECONDS * 1_000;
const EMAILS_MAX = 20_000;

export interface FoundAbsent {
  note(accountId: string, emails: readonly string[]): void;
  /**
   * Whether a recent look-up found no contact with this e-mail. The entry is used up: after the first true answer, the
   * caller may have added the person, so the next call returns false.
   */
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
