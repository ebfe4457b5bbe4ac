/** Which account a recently used token belongs to. The tokens themselves are not stored. */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

const TOKENS_MAX = 10_000;

export interface TokenOwners {
  set(accessToken: string, accountId: string): void;
  /** A token whose account is unknown counts as its own owner. */
  of(accessToken: string): string;
}

export function createTokenOwners(): TokenOwners {
  const accounts = new LRUCache<string, string>({ max: TOKENS_MAX });
  const keyOf = (accessToken: string) => hash('sha256', accessToken, 'base64');
  return {
    set: (accessToken, accountId) => void accounts.set(keyOf(accessToken), accountId),
    of(accessToken) {
      const key = keyOf(accessToken);
      return accounts.get(key) ?? key;
    },
  };
}
