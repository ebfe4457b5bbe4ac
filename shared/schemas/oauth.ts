/** The broker's OAuth answers. Parameter names are the RFCs'. */
import Type, { type Static } from 'typebox';

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
