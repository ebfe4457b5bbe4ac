/** Codes and access tokens that were handed out (envoke-api section 1): both unguessable, a code for one use, a token for a year. */

import { randomBytes } from 'node:crypto';

/** Life of an access token: one year. */
export const ACCESS_TOKEN_SECONDS = 31_536_000;

export interface Grant {
  readonly clientId: string;
  readonly accountId: string;
  /** Who authorized; empty for tokens that a test issued. */
  readonly loginEmail: string;
}

interface Code extends Grant {
  readonly redirectUri: string;
  readonly expiresAtMs: number;
}

interface AccessToken extends Grant {
  readonly expiresAtMs: number;
  withdrawn: boolean;
}

type TokenState = 'good' | 'unknown' | 'withdrawn' | 'expired';

export interface Grants {
  issueCode(grant: Grant, redirectUri: string, lifeSeconds?: number): string;
  /** Uses up a code when all its parameters match; otherwise the code stays valid. */
  redeemCode(code: string, clientId: string, redirectUri: string): Grant | undefined;
  issueAccessToken(grant: Grant): string;
  /** Whether an access token is valid now, and the account it opens. */
  inspect(token: string): { readonly state: TokenState; readonly accountId: string };
  /** Every access token ever issued, oldest first. */
  accessTokens(): string[];
  /** Withdraws the tokens that match, as their owner can in Envoke; without a test, all of them. */
  withdraw(matches?: (grant: Grant) => boolean): void;
}

export function createGrants(now: () => number): Grants {
  const codes = new Map<string, Code>();
  const tokens = new Map<string, AccessToken>();
  const secret = () => randomBytes(24).toString('hex');

  return {
    issueCode(grant, redirectUri, lifeSeconds = 60) {
      const code = secret();
      codes.set(code, { ...grant, redirectUri, expiresAtMs: now() + lifeSeconds * 1000 });
      return code;
    },
    redeemCode(code, clientId, redirectUri) {
      const known = codes.get(code);
      if (known === undefined || known.clientId !== clientId || known.redirectUri !== redirectUri)
        return undefined;
      codes.delete(code);
      return known.expiresAtMs > now() ? known : undefined;
    },
    issueAccessToken({ clientId, accountId, loginEmail }) {
      const token = secret();
      const expiresAtMs = now() + ACCESS_TOKEN_SECONDS * 1000;
      tokens.set(token, { clientId, accountId, loginEmail, expiresAtMs, withdrawn: false });
      return token;
    },
    inspect(token) {
      const known = tokens.get(token);
      if (known === undefined) return { state: 'unknown', accountId: '' };
      const state = known.withdrawn ? 'withdrawn' : known.expiresAtMs <= now() ? 'expired' : 'good';
      return { state, accountId: known.accountId };
    },
    accessTokens: () => [...tokens.keys()],
    withdraw(matches = () => true) {
      for (const token of tokens.values()) if (matches(token)) token.withdrawn = true;
    },
  };
}
