/** `/ext/oauth/authorize`: log in, review, authorize or decline, and back to the application (envoke-api section 1). */

import type { Account } from '../accounts/account.ts';
import type { Answer } from '../http/answer.ts';
import { redirect, withHeaders } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import type { Modes } from '../modes/modes.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { readAuthorizationRequest } from './authorization-request.ts';
import type { Client } from './client.ts';
import type { Parameters } from './form.ts';
import { readParameters } from './form.ts';
import type { Grants } from './grants.ts';
import type { LoginSession, LoginSessions } from './login-sessions.ts';
import { declinedPage, loginPage, refusalPage, reviewPage } from './pages.ts';
import type { Language } from './words.ts';
import { chooseLanguage } from './words.ts';

export interface AuthorizeContext {
  readonly clients: readonly Client[];
  readonly accounts: readonly Account[];
  readonly grants: Grants;
  readonly logins: LoginSessions;
  readonly modes: Modes;
}

export function answerAuthorize(call: Incoming, context: AuthorizeContext): Answer {
  const uiLocales = readParameters(call.query).get('ui_locales');
  const language = chooseLanguage(uiLocales, call.headers['accept-language']);
  const request = readAuthorizationRequest(call.query, context.clients, context.modes);
  if ('refusal' in request) return refusalPage(language, request.refusal);
  if (call.method !== 'POST') return currentPage(call, context, request.client, language);
  return answerStep(call, context, request, language);
}

function answerStep(
  call: Incoming,
  context: AuthorizeContext,
  request: AuthorizationRequest,
  language: Language,
): Answer {
  const form = readParameters(call.body);
  if (form.get('step') === 'login') return logIn(call, context, form, language);
  const session = context.logins.find(call.headers.cookie);
  if (session === undefined || form.get('form_token') !== session.formToken)
    return currentPage(call, context, request.client, language);
  switch (form.get('step')) {
    case 'authorize':
      return (
        authorize(context, request, session, form.get('account')) ??
        currentPage(call, context, request.client, language)
      );
    case 'decline':
      if (context.modes.take('declineStays')) return declinedPage(language);
      return sendBack(context.modes, request, { error: 'access_denied' });
    case 'leave':
      return withHeaders(redirect(samePage(call)), { 'set-cookie': context.logins.end(call.headers.cookie) });
    default:
      return currentPage(call, context, request.client, language);
  }
}

/** The review for someone who is logged in, else the login form. */
function currentPage(call: Incoming, context: AuthorizeContext, client: Client, language: Language): Answer {
  const session = context.logins.find(call.headers.cookie);
  if (session === undefined) return loginPage(language);
  const accounts = accountsOf(context.accounts, session.email);
  return reviewPage(language, { application: client.name, accounts, ...session });
}

function logIn(
  call: Incoming,
  { accounts, logins }: AuthorizeContext,
  form: Parameters,
  language: Language,
): Answer {
  const email = (form.get('email') ?? '').trim().toLowerCase();
  const known = accounts
    .flatMap((account) => account.logins)
    .some((login) => login.email === email && login.password === form.get('password'));
  if (!known) return loginPage(language, true);
  return withHeaders(redirect(samePage(call)), { 'set-cookie': logins.start(email) });
}

function authorize(
  { accounts, grants, modes }: AuthorizeContext,
  request: AuthorizationRequest,
  { email }: LoginSession,
  accountId: string | undefined,
): Answer | undefined {
  const account = accountsOf(accounts, email).find(({ id }) => id === accountId);
  if (account === undefined) return undefined;
  const { clientId, redirectUri } = request.client;
  const grant = { clientId, accountId: account.id, loginEmail: email };
  const code = grants.issueCode(grant, redirectUri, modes.get('codeSeconds'));
  return sendBack(modes, request, { code });
}

function sendBack(
  modes: Modes,
  { client, state }: AuthorizationRequest,
  answer: Record<string, string>,
): Answer {
  const target = new URL(client.redirectUri);
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  if (state !== undefined && !modes.take('stateDropped')) target.searchParams.set('state', state);
  return redirect(target.href);
}

function accountsOf(accounts: readonly Account[], email: string): Account[] {
  return accounts.filter((account) => account.logins.some((login) => login.email === email));
}

function samePage({ path, query }: Incoming): string {
  return `${path}?${query}`;
}
