/** Logins at the stand-in's own pages, kept by a cookie. */

import { randomBytes } from 'node:crypto';

const LOGIN_COOKIE = 'envoke_standin_session';

export interface LoginSession {
  readonly email: string;
  /** Must come back with the form that the session drew. */
  readonly formToken: string;
}

export interface LoginSessions {
  /** Starts a session; the value for `Set-Cookie`. */
  start(email: string): string;
  find(cookieHeader: string | undefined): LoginSession | undefined;
  /** Ends a session; the value for `Set-Cookie`. */
  end(cookieHeader: string | undefined): string;
}

export function createLoginSessions(): LoginSessions {
  const sessions = new Map<string, LoginSession>();
  const attributes = 'Path=/; HttpOnly; SameSite=Lax';
  return {
    start(email) {
      const id = randomBytes(18).toString('base64url');
      sessions.set(id, { email, formToken: randomBytes(18).toString('base64url') });
      return `${LOGIN_COOKIE}=${id}; ${attributes}`;
    },
    find: (cookieHeader) => sessions.get(readCookie(cookieHeader)),
    end(cookieHeader) {
      sessions.delete(readCookie(cookieHeader));
      return `${LOGIN_COOKIE}=; Max-Age=0; ${attributes}`;
    },
  };
}

function readCookie(header: string | undefined): string {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${LOGIN_COOKIE}=`))?.slice(LOGIN_COOKIE.length + 1) ?? '';
}
