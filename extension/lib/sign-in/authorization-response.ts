/** Checks the URL that the window ended at: it must be for this sign-in, from this broker, and hold a code. Pure. */
import { failureOf } from './read-oauth-error.ts';
import { SignInError } from './sign-in-error.ts';

declare const judged: unique symbol;
/** A code whose `state` and `iss` have been compared; nothing else can make one. */
export type AuthorizationCode = string & { readonly [judged]: true };

export interface ExpectedResponse {
  redirectUri: string;
  state: string;
  /** The broker's origin. */
  issuer: string;
}

/**
 * Throws {@link SignInError}: `mismatch` for an answer that is not this sign-in's, else what the broker said.
 * @see RFC 9207 section 2.4, RFC 6749 section 4.1.2
 */
export function parseAuthorizationResponse(
  responseUrl: string,
  expected: ExpectedResponse,
): AuthorizationCode {
  if (!URL.canParse(responseUrl)) throw new SignInError('mismatch');
  const url = new URL(responseUrl);
  if (url.origin + url.pathname !== expected.redirectUri) throw new SignInError('mismatch');
  const state = only(url.searchParams, 'state');
  const issuer = only(url.searchParams, 'iss');
  if (state !== expected.state || issuer !== expected.issuer) throw new SignInError('mismatch');
  const error = only(url.searchParams, 'error');
  if (error !== null) throw new SignInError(failureOf(error));
  const code = only(url.searchParams, 'code');
  if (code === null || code === '') throw new SignInError('mismatch');
  return code as AuthorizationCode;
}

/** Parameters must not be repeated (RFC 6749 section 3.1); a repeated one counts as absent. */
function only(parameters: URLSearchParams, name: string): string | null {
  const values = parameters.getAll(name);
  return values.length === 1 ? (values[0] ?? null) : null;
}
