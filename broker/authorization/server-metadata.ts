/**
 * The metadata that a standard OAuth client needs. @see RFC 8414, RFC 9126 section 5, RFC 9207 section 3, RFC 9449
 * section 5.1
 */
import { TAB_GRANT_TYPE } from '../../shared/client.ts';
import { OAUTH_PATHS } from '../../shared/paths.ts';

export function authorizationServerMetadata(issuer: string): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: issuer + OAUTH_PATHS.authorize,
    pushed_authorization_request_endpoint: issuer + OAUTH_PATHS.pushedAuthorizationRequest,
    require_pushed_authorization_requests: true,
    token_endpoint: issuer + OAUTH_PATHS.token,
    token_endpoint_auth_methods_supported: ['none'],
    revocation_endpoint: issuer + OAUTH_PATHS.revoke,
    revocation_endpoint_auth_methods_supported: ['none'],
    jwks_uri: issuer + OAUTH_PATHS.jwks,
    scopes_supported: ['contacts'],
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', TAB_GRANT_TYPE],
    code_challenge_methods_supported: ['S256'],
    dpop_signing_alg_values_supported: ['ES256'],
    authorization_response_iss_parameter_supported: true,
    ui_locales_supported: ['en', 'fr'],
  };
}
