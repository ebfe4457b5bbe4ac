/**
 * Pushed authorization requests: the broker checks the form first, then the key, then seals the request. It stores
 * nothing. @see RFC 9126
 */
import { FLOW_LIFETIME_SECONDS, type Flow, REQUEST_URI_PREFIX } from './flow.ts';
import { type FlowCookie, newState, sealFlow } from './flow-cookie.ts';
import { type Parameters, requireParameter } from './form.ts';
import { OAuthError } from './oauth-error.ts';
import { isCodeChallenge } from './pkce.ts';
import { checkClient, checkRedirectUri } from './registered-client.ts';
import type { SealedValues } from './sealed-value.ts';

const STATE_MAX_CHARS = 512;
const UI_LOCALES_MAX_CHARS = 64;

export interface PushedRequest {
  requestUri: string;
  expiresInSeconds: number;
  /** Binds the flow to the browser that pushed it. */
  cookie: FlowCookie;
}

/** A request that is valid except for its key, which is not checked yet. */
export interface CheckedRequest
  extends Pick<Flow, 'codeChallenge' | 'redirectUri' | 'clientState' | 'uiLocales'> {
  /** The key that the client announces for its proofs (RFC 9449 section 10). */
  dpopJkt: string | undefined;
}

export interface PushedRequestDeps {
  sealed: SealedValues;
  /** Milliseconds. */
  now: () => number;
}

/** Needs no cryptography and no memory, so it runs before the checks that do. @throws OAuthError */
export function checkPushedRequest(parameters: Parameters, redirectUris: readonly string[]): CheckedRequest {
  checkClient(parameters);
  const redirectUri = checkRedirectUri(parameters, redirectUris);
  checkRequestForm(parameters);
  return {
    redirectUri,
    codeChallenge: codeChallengeOf(parameters),
    clientState: parameters.state ?? null,
    uiLocales: parameters.ui_locales ?? '',
    dpopJkt: parameters.dpop_jkt,
  };
}

/**
 * @param jkt thumbprint of the key that signed the request's proof
 * @throws OAuthError
 */
export async function acceptPushedRequest(
  { dpopJkt, ...request }: CheckedRequest,
  jkt: string,
  { sealed, now }: PushedRequestDeps,
): Promise<PushedRequest> {
  if (dpopJkt !== undefined && dpopJkt !== jkt) {
    throw new OAuthError('invalid_dpop_proof', 'dpop-jkt', 'dpop_jkt is not the key of the proof.');
  }
  const flow: Flow = { ...request, state: newState(), jkt };
  const start = { state: flow.state, uiLocales: flow.uiLocales };
  const expiresAt = Math.floor(now() / 1000) + FLOW_LIFETIME_SECONDS;
  return {
    requestUri: REQUEST_URI_PREFIX + (await sealed.seal('request_uri', start, expiresAt)),
    expiresInSeconds: FLOW_LIFETIME_SECONDS,
    cookie: await sealFlow(flow, sealed, now()),
  };
}

function checkRequestForm(parameters: Parameters): void {
  if (requireParameter(parameters, 'response_type') !== 'code') {
    throw new OAuthError('unsupported_response_type', 'response-type', 'Only response_type=code.');
  }
  if ('request_uri' in parameters || 'request' in parameters) {
    throw new OAuthError(
      'invalid_request',
      'nested-request',
      'No request or request_uri in a pushed request.',
    );
  }
  if ((parameters.response_mode ?? 'query') !== 'query') {
    throw new OAuthError('invalid_request', 'response-mode', 'Only response_mode=query.');
  }
  if (parameters.scope !== undefined && parameters.scope !== 'contacts') {
    throw new OAuthError('invalid_scope', 'scope', 'The only scope is "contacts".');
  }
  if ((parameters.state ?? '').length > STATE_MAX_CHARS) {
    throw new OAuthError(
      'invalid_request',
      'long-state',
      `state is longer than ${STATE_MAX_CHARS} characters.`,
    );
  }
  if (
    !/^[A-Za-z0-9 -]*$/.test(parameters.ui_locales ?? '') ||
    (parameters.ui_locales ?? '').length > UI_LOCALES_MAX_CHARS
  ) {
    throw new OAuthError('invalid_request', 'ui-locales', 'ui_locales is not a list of language tags.');
  }
}

function codeChallengeOf(parameters: Parameters): string {
  if (requireParameter(parameters, 'code_challenge_method') !== 'S256') {
    throw new OAuthError('invalid_request', 'challenge-method', 'Only code_challenge_method=S256.');
  }
  const challenge = requireParameter(parameters, 'code_challenge');
  if (isCodeChallenge(challenge)) return challenge;
  throw new OAuthError(
    'invalid_request',
    'challenge-form',
    'code_challenge is not a SHA-256 hash in base64url.',
  );
}
