/** Errors of the OAuth endpoints. `description` is one of our fixed sentences and contains nothing of the request. */

export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'invalid_dpop_proof'
  | 'use_dpop_nonce'
  | 'access_denied'
  | 'authorization_pending'
  | 'expired_token'
  /** Envoke does not accept the broker's own client id and secret. */
  | 'unauthorized_client'
  | 'server_error'
  | 'temporarily_unavailable';

/**
 * HTTP status of each error at an endpoint that answers JSON. @see RFC 6749 section 5.2, RFC 8628 section 3.5, RFC 9449
 * section 8
 */
const STATUSES: Record<OAuthErrorCode, number> = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_grant: 400,
  invalid_scope: 400,
  unsupported_grant_type: 400,
  unsupported_response_type: 400,
  invalid_dpop_proof: 400,
  use_dpop_nonce: 400,
  access_denied: 400,
  authorization_pending: 400,
  expired_token: 400,
  unauthorized_client: 502,
  server_error: 502,
  temporarily_unavailable: 503,
};

/** `reason` is internal: it goes to the log only. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly code: OAuthErrorCode;
  readonly description: string;
  readonly reason: string;
  readonly status: number;
  readonly dpopNonce: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** With `authorization_pending`: whether the start URL has been opened. */
  readonly isOpened: boolean | undefined;

  constructor(
    code: OAuthErrorCode,
    reason: string,
    description: string,
    facts: { dpopNonce?: string; retryAfterSeconds?: number; isOpened?: boolean; cause?: unknown } = {},
  ) {
    super(`${code}: ${reason}`, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    this.reason = reason;
    this.description = description;
    this.status = STATUSES[code];
    this.dpopNonce = facts.dpopNonce;
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.isOpened = facts.isOpened;
  }
}
