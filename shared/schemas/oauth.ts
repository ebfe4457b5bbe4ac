/** The broker's OAuth answers. Parameter names are the RFCs'. */
import Type, { type Static } from 'typebox';

/**
 * A random value of 128 bits that the browsers of one person share. With it the broker tells a person's sessions from
 * those of colleagues in the same account. It gives no access.
 */
export const OwnerMarkSchema = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' });

/** @see RFC 9126 section 2.2 */
export const PushedAuthorizationResponseSchema = Type.Object({
  request_uri: Type.String(),
  expires_in: Type.Integer({ minimum: 1 }),
});
export type PushedAuthorizationResponse = Static<typeof PushedAuthorizationResponseSchema>;

/** @see RFC 6749 section 5.1, RFC 9449 section 5; `access_token` is the session token, never Envoke's. */
export const TokenResponseSchema = Type.Object({
  access_token: Type.String(),
  token_type: Type.Literal('DPoP'),
  expires_in: Type.Integer({ minimum: 1 }),
  scope: Type.String(),
});
export type TokenResponse = Static<typeof TokenResponseSchema>;

/** @see RFC 6749 section 5.2 */
export const OAuthErrorSchema = Type.Object({
  error: Type.String(),
  error_description: Type.Optional(Type.String()),
  /** With `authorization_pending`: whether the start URL has been opened in this browser. */
  opened: Type.Optional(Type.Boolean()),
});
export type OAuthError = Static<typeof OAuthErrorSchema>;
