/** The authorization request: pushed to the broker first, then named in the window's URL. @see RFC 9126, RFC 7636 */
import { EXTENSION_CLIENT_ID } from '../../../shared/client.ts';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { isPushedAuthorizationResponse } from '../broker-client/account-guards.ts';
import { badAnswer, readJson } from '../broker-client/answer.ts';
import type { DpopFetch } from '../broker-client/dpop-fetch.ts';
import { base64url, randomText, sha256 } from '../session/encoding.ts';
import { readOAuthError } from './read-oauth-error.ts';

/** The values that identify one sign-in. Each sign-in gets new ones, kept in the memory of the worker that runs it. */
export interface SignInSecrets {
  state: string;
  codeVerifier: string;
}

export function createSignInSecrets(): SignInSecrets {
  return { state: randomText(), codeVerifier: randomText() };
}

export interface AuthorizationRequest {
  brokerUrl: string;
  redirectUri: string;
  uiLocale: 'en' | 'fr';
  secrets: SignInSecrets;
}

/** Asks. `include` lets the broker set the cookie that binds the flow to this browser. */
export async function pushedAuthorizationRequest(
  dpopFetch: DpopFetch,
  key: CryptoKeyPair,
  { brokerUrl, redirectUri, uiLocale, secrets }: AuthorizationRequest,
  signal: AbortSignal,
): Promise<Response> {
  const parameters = new URLSearchParams({
    response_type: 'code',
    client_id: EXTENSION_CLIENT_ID,
    redirect_uri: redirectUri,
    code_challenge: base64url(await sha256(secrets.codeVerifier)),
    code_challenge_method: 'S256',
    state: secrets.state,
    ui_locales: uiLocale,
  });
  return dpopFetch({
    method: 'POST',
    url: brokerUrl + OAUTH_PATHS.pushedAuthorizationRequest,
    key,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: parameters.toString(),
    credentials: 'include',
    signal,
  });
}

/** Judges. Returns the `request_uri`; throws a sign-in or broker error. */
export async function processPushedAuthorizationResponse(response: Response): Promise<string> {
  if (response.status !== 201) throw await readOAuthError(response);
  const body = await readJson(response);
  if (!isPushedAuthorizationResponse(body)) throw badAnswer(response);
  return body.request_uri;
}

/**
 * The URL that the window opens. It is the broker's, never Envoke's, since Firefox accepts only URLs with its own
 * `redirect_uri`.
 */
export function authorizationUrl(brokerUrl: string, requestUri: string): string {
  const url = new URL(OAUTH_PATHS.authorize, brokerUrl);
  url.searchParams.set('client_id', EXTENSION_CLIENT_ID);
  url.searchParams.set('request_uri', requestUri);
  return url.href;
}
