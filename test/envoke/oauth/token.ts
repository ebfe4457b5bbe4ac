/** `POST /ext/oauth/access_token`: a code for an access token (envoke-api section 1). Client credentials in the body and nowhere else. */

import { timingSafeEqual } from 'node:crypto';
import type { Answer } from '../http/answer.ts';
import { empty, html, json } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import type { ModeValues } from '../modes/mode-table.ts';
import type { Modes } from '../modes/modes.ts';
import type { Client } from './client.ts';
import { findClient } from './client.ts';
import { readParameters } from './form.ts';
import type { Grants } from './grants.ts';
import { ACCESS_TOKEN_SECONDS } from './grants.ts';

/** The postback endpoint. */
export const TOKEN_PATH = '/ext/oauth/access_token';

/** The documented parameters, in the order that the vendor sends; what he recommends for trying out sends another. */
const PARAMETERS = ['grant_type', 'code', 'client_id', 'client_secret', 'redirect_uri'];

export interface TokenContext {
  readonly clients: readonly Client[];
  readonly grants: Grants;
  readonly modes: Modes;
}

type TokenError = 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type';

export function answerTokenRequest(call: Incoming, context: TokenContext): Answer {
  const result = redeem(call, context);
  if (typeof result !== 'string') return tokenErrorAnswer(result.error, context.modes.get('tokenErrors'));
  return tokenAnswer(result, context.modes.get('tokenAnswer'));
}

/** The access token, or why there is none. */
function redeem(
  call: Incoming,
  { clients, grants, modes }: TokenContext,
): string | { readonly error: TokenError } {
  const isForm =
    call.headers['content-type']?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
  if (call.method !== 'POST' || !isForm || call.query !== '') return { error: 'invalid_request' };
  const form = readParameters(call.body);
  if (form.get('client_secret') === undefined) return { error: 'invalid_client' };
  const known = form.names.filter((name) => PARAMETERS.includes(name));
  const hasUnknown = known.length < form.names.length && modes.take('unknownParametersRefused');
  const isOrdered = modes.get('tokenOrder') === 'any' || known.join() === PARAMETERS.join();
  const isWhole = known.toSorted().join() === PARAMETERS.toSorted().join();
  if (hasUnknown || !isOrdered || !isWhole) return { error: 'invalid_request' };
  if (form.get('grant_type') !== 'authorization_code') return { error: 'unsupported_grant_type' };
  const client = findClient(clients, form.get('client_id') ?? '');
  if (client === undefined || !sameSecret(client.clientSecret, form.get('client_secret') ?? ''))
    return { error: 'invalid_client' };
  const grant = grants.redeemCode(form.get('code') ?? '', client.clientId, form.get('redirect_uri') ?? '');
  if (grant === undefined) return { error: 'invalid_grant' };
  if (modes.take('newGrantEndsOld')) {
    grants.withdraw((old) => old.loginEmail === grant.loginEmail && old.accountId === grant.accountId);
  }
  return grants.issueAccessToken(grant);
}

function sameSecret(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function tokenAnswer(accessToken: string, form: ModeValues['tokenAnswer']): Answer {
  switch (form) {
    case 'full':
      return json({ access_token: accessToken, token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS });
    case 'access_token':
      return json({ access_token: accessToken });
    case 'nested':
      return json({
        success: true,
        result_text: 'Created',
        result_data: { access_token: accessToken, token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS },
      });
    case 'text':
      return json({
        access_token: accessToken,
        token_type: 'bearer',
        expires_in: String(ACCESS_TOKEN_SECONDS),
      });
  }
}

function tokenErrorAnswer(error: TokenError, form: ModeValues['tokenErrors']): Answer {
  switch (form) {
    case 'oauth':
      return json({ error, error_description: DESCRIPTIONS[error] }, 400);
    case 'html':
      return html(
        `<html><head><title>Error</title></head><body><h1>${DESCRIPTIONS[error]}</h1></body></html>`,
        400,
      );
    case 'envelope':
      return json(
        { success: false, result_text: DESCRIPTIONS[error], result_data: { errors: [error] } },
        400,
      );
    case 'empty':
      return empty(400);
  }
}

const DESCRIPTIONS: Readonly<Record<TokenError, string>> = {
  invalid_request: 'The request is missing a parameter, has one too many, or has them in another order',
  invalid_client: 'Client authentication failed',
  invalid_grant:
    'The authorization code is invalid, expired, used, or was issued for another redirect URI or client',
  unsupported_grant_type: 'The grant type is not supported',
};
