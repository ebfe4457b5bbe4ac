/** From authorization code to session: the last step, with verifier and key proven. @see RFC 6749 section 4.1.3, RFC 9449 section 5 */
import { EXTENSION_CLIENT_ID } from '../../../shared/client.ts';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import type { TokenResponse } from '../../../shared/schemas/oauth.ts';
import { isTokenResponse } from '../broker-client/account-guards.ts';
import { badAnswer, readJson } from '../broker-client/answer.ts';
import type { DpopFetch } from '../broker-client/dpop-fetch.ts';
import type { ThisDevice } from '../session/this-device.ts';
import type { AuthorizationCode } from './authorization-response.ts';
import { readOAuthError } from './read-oauth-error.ts';

export interface TokenRequest {
  brokerUrl: string;
  redirectUri: string;
  code: AuthorizationCode;
  codeVerifier: string;
  device: ThisDevice;
}

/** Asks. */
export function authorizationCodeGrantRequest(
  dpopFetch: DpopFetch,
  key: CryptoKeyPair,
  { brokerUrl, redirectUri, code, codeVerifier, device }: TokenRequest,
  signal: AbortSignal,
): Promise<Response> {
  const parameters = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
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
    credentials: 'omit',
    signal,
  });
}

/** Judges. Throws a sign-in or broker error. */
export async function processTokenResponse(response: Response): Promise<TokenResponse> {
  if (response.status !== 200) throw await readOAuthError(response);
  const body = await readJson(response);
  if (!isTokenResponse(body)) throw badAnswer(response);
  return body;
}
