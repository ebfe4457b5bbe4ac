/** The only client of the broker: the extension, a public client with a closed list of redirect URIs. */
import { EXTENSION_CLIENT_ID } from '../../shared/client.ts';
import { type Parameters, requireParameter } from './form.ts';
import { OAuthError } from './oauth-error.ts';

/** A public client has no secret, so a request with a secret was meant for another server. @throws OAuthError */
export function checkClient(parameters: Parameters): void {
  const clientId = requireParameter(parameters, 'client_id');
  if (clientId !== EXTENSION_CLIENT_ID || 'client_secret' in parameters || 'client_assertion' in parameters) {
    throw new OAuthError('invalid_client', 'unknown-client', 'This client is not known here.');
  }
}

/** Compares whole strings with `===` (RFC 9700 section 2.1). @throws OAuthError */
export function checkRedirectUri(parameters: Parameters, allowed: readonly string[]): string {
  const redirectUri = requireParameter(parameters, 'redirect_uri');
  if (!allowed.includes(redirectUri)) {
    throw new OAuthError('invalid_request', 'unknown-redirect-uri', 'This redirect_uri is not on the list.');
  }
  return redirectUri;
}
