/** A person with a browser that keeps cookies, for tests that need Envoke's pages walked through without a real browser. */

import { TRY_OUT_LOGIN } from './options.ts';

export interface Visit {
  readonly email?: string;
  readonly password?: string;
  /** Which of the login's accounts; the first one otherwise. */
  readonly accountId?: string;
  /** Authorize unless told otherwise. */
  readonly decision?: 'authorize' | 'decline';
}

/** Logs in at an authorize URL, decides, and returns where Envoke sends the browser. Throws when a page is not the expected one. */
export async function visitAuthorize(authorizeUrl: string, visit: Visit = {}): Promise<URL> {
  const { email, password } = { ...TRY_OUT_LOGIN, ...visit };
  const login = await postForm(authorizeUrl, '', { step: 'login', email, password });
  const cookie = login.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`Envoke did not log ${email} in: HTTP ${login.status}`);
  const review = await (await fetch(authorizeUrl, { headers: { cookie }, redirect: 'manual' })).text();
  const formToken = /name="form_token" value="([^"]+)"/.exec(review)?.[1] ?? '';
  const account = visit.accountId ?? /name="account" value="([^"]+)"/.exec(review)?.[1] ?? '';
  const decided = await postForm(authorizeUrl, cookie, {
    form_token: formToken,
    account,
    step: visit.decision ?? 'authorize',
  });
  const location = decided.headers.get('location');
  if (location === null) throw new Error(`Envoke did not send the browser back: HTTP ${decided.status}`);
  return new URL(location);
}

function postForm(url: string, cookie: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}
