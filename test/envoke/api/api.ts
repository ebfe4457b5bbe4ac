/** Where a call to `/v1/…` or `/v2/…` comes in: who is calling, which handler, and what a refusal looks like. */

import type { Account } from '../accounts/account.ts';
import type { Clock } from '../clock.ts';
import { type Answer, html, redirect } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { parsePhpQuery } from '../http/php-query.ts';
import { LOGIN_PAGE } from '../modes/answer-modes.ts';
import type { ModeValues } from '../modes/mode-table.ts';
import type { Modes } from '../modes/modes.ts';
import type { Grants } from '../oauth/grants.ts';
import { Refusal, refused } from './envelope.ts';
import { findRoute } from './routes.ts';

export interface ApiContext {
  readonly accounts: readonly Account[];
  readonly grants: Grants;
  readonly modes: Modes;
  readonly clock: Clock;
}

export function answerApi(call: Incoming, context: ApiContext): Answer {
  const account = authenticate(call, context);
  if ('status' in account) return account;
  const { modes, clock } = context;
  const route = findRoute(call.method, call.path);
  const urlMaxChars = modes.get('urlMaxChars');
  if (urlMaxChars > 0 && call.path.length + call.query.length >= urlMaxChars)
    return refused(414, 'Request-URI Too Long');
  if (route.kind === 'no-path') return refused(404, 'Not found');
  if (route.kind === 'no-method') return refused(405, 'Method not allowed');
  if (call.method !== 'GET' && modes.take('successFalse')) return softRefusal();
  try {
    return route.handler({
      account,
      query: parsePhpQuery(call.query),
      body: call.body,
      id: route.id,
      modes,
      clock,
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const isSoft = error.answer.status === 400 && modes.get('refusalStatus') === '200';
    return isSoft ? { ...error.answer, status: 200 } : error.answer;
  }
}

/** The account a Bearer token opens, or a 401 (section 2, Auth B). */
function authenticate(call: Incoming, { accounts, grants, modes }: ApiContext): Account | Answer {
  const token = /^Bearer (\S+)$/.exec(call.headers.authorization ?? '')?.[1];
  const notGood = (text: string) => refuseToken(modes.get('endedTokenAnswer'), text);
  if (token === undefined) return notGood('Authentication required');
  const { state, accountId } = grants.inspect(token);
  if (state === 'withdrawn' || modes.take('tokenWithdrawn'))
    return notGood('The access token has been revoked');
  if (state === 'expired' || modes.take('tokenExpired')) return notGood('The access token has expired');
  const account = accounts.find(({ id }) => id === accountId);
  if (account === undefined) return notGood('The access token is invalid');
  if (call.path.startsWith('/v2/') && modes.take('v2Unauthorized'))
    return refused(401, 'Authentication required');
  return account;
}

/** The vendor's code expects 401 in one place; another text of the vendor knows only 400 and 500 (section 9, N5). */
function refuseToken(form: ModeValues['endedTokenAnswer'], text: string): Answer {
  switch (form) {
    case '302':
      return redirect('/login');
    case 'html':
      return html(LOGIN_PAGE);
    default:
      return refused(Number(form), text);
  }
}

/** A refusal that hides behind HTTP 200 (section 7). */
function softRefusal(): Answer {
  return refused(200, 'The request could not be completed');
}
