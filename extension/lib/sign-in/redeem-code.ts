/**
 * From authorization code to session: the last step, with verifier and key proven. @see RFC 6749 section 4.1.3, RFC 8628
 * section 3.5, RFC 9449 section 5
 */
import { EXTENSION_CLIENT_ID, TAB_GRANT_TYPE } from '../../../shared/client.ts';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { isPendingResponse, isTokenResponse } from '../broker-client/account-guards.ts';
import { badAnswer, readJson } from '../broker-client/answer.ts';
import { BrokerError } from '../broker-client/broker-error.ts';
import type { DpopFetch, DpopRequest } from '../broker-client/dpop-fetch.ts';
import type { ThisDevice } from '../session/this-device.ts';
import type { AuthorizationCode } from './authorization-response.ts';
import { readOAuthError } from './read-oauth-error.ts';

export interface TokenRequest {
  brokerUrl: string;
  redirectUri: string;
  codeVerifier: string;
  device: ThisDevice;
}

/** Asks. */
export function authorizationCodeGrantRequest(
  dpopFetch: DpopFetch,
  key: CryptoKeyPair,
  { code, ...request }: TokenRequest & { code: AuthorizationCode },
  signal: AbortSignal,
): Promise<Response> {
  const grant = { grant_type: 'authorization_code', code };
  return requestToken(dpopFetch, key, request, { grant, credentials: 'omit', signal });
}

/** Asks for the answer that the broker keeps in the flow's cookie. */
export function tabGrantRequest(
  dpopFetch: DpopFetch,
  key: CryptoKeyPair,
  request: TokenRequest,
  signal: AbortSignal,
): Promise<Response> {
  const grant = { grant_type: TAB_GRANT_TYPE };
  return requestToken(dpopFetch, key, request, { grant, credentials: 'include', signal });
}

interface Grant extends Pick<DpopRequest, 'credentials' | 'signal'> {
  grant: Readonly<Record<string, string>>;
}

function requestToken(
  dpopFetch: DpopFetch,
  key: CryptoKeyPair,
  { brokerUrl, redirectUri, codeVerifier, device }: TokenRequest,
  { grant, credentials, signal }: Grant,
): Promise<Response> {
  const parameters = new URLSearchParams({
    ...grant,
    code_verifier: codeVerifier,
    redirect_uri: redirectUri,
    client_id: EXTENSION_CLIENT_ID,
    // An empty parameter counts as none (RFC 6749 section 3.1).
    device_name: device.name,
    owner_mark: device.ownerMark,
  });
  return dpopFetch({
    method: 'POST',
    url: brokerUrl + OAUTH_PATHS.token,
    key,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: parameters.toString(),
    credentials,
    signal,
  });
}

/** Envoke has not answered yet. */
export interface PendingAnswer {
  /** Whether the broker saw the start URL opened in this browser. */
  isOpened: boolean;
}

/** Judges. Returns the session token, or that it has to wait; throws a sign-in or broker error. */
export async function processTabGrantResponse(response: Response): Promise<string | PendingAnswer> {
  if (response.status === 429) throw new BrokerError('too-many-requests', { status: response.status });
  const body = response.status === 400 ? await readJson(response.clone()) : undefined;
  return isPendingResponse(body) ? { isOpened: body.opened } : processTokenResponse(response);
}

/** Judges. Returns the session token; throws a sign-in or broker error. */
export async function processTokenResponse(response: Response): Promise<string> {
  if (response.status !== 200) throw await readOAuthError(response);
  const body = await readJson(response);
  if (!isTokenResponse(body)) throw badAnswer(response);
  return body.access_token;
}
