/** Which account a token belongs to, for those lately in use. Tokens themselves are not kept. */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

const TOKENS_MAX = 10_000;

export interface TokenOwners {
  set(accessToken: string, accountId: string): void;
  /** A token of which nothing is known is its own owner. */
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
