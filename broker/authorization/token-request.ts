/**
 * The token request: the broker checks the client before it uses Envoke's code. @see RFC 6749 section 4.1.3, RFC 7636
 * section 4.6
 */
import { Value } from 'typebox/value';
import { type SpendableCode, SpendableCodeSchema } from './flow.ts';
import { type Parameters, requireParameter } from './form.ts';
import { OAuthError } from './oauth-error.ts';
import { isCodeVerifier, matchesChallenge } from './pkce.ts';
import { checkClient } from './registered-client.ts';
import type { SealedValues } from './sealed-value.ts';

/**
 * Returns Envoke's code, which may be exchanged once the key is proven too ({@link checkCodeKey}). A wrong verifier or
 * key does not use the code up: the sealed code expires after a minute, and nobody can guess the verifier.
 * @throws OAuthError
 */
export async function openTokenRequest(parameters: Parameters, sealed: SealedValues): Promise<SpendableCode> {
  checkClient(parameters);
  if (requireParameter(parameters, 'grant_type') !== 'authorization_code') {
    throw new OAuthError('unsupported_grant_type', 'grant-type', 'Only grant_type=authorization_code.');
  }
  const verifier = requireParameter(parameters, 'code_verifier');
  const redirectUri = requireParameter(parameters, 'redirect_uri');
  const code = await sealed.open('code', requireParameter(parameters, 'code'));
  if (!Value.Check(SpendableCodeSchema, code)) throw invalidGrant('code-not-usable');
  if (code.redirectUri !== redirectUri) throw invalidGrant('other-redirect-uri');
  if (!isCodeVerifier(verifier) || !matchesChallenge(verifier, code.codeChallenge)) {
    throw invalidGrant('wrong-verifier');
  }
  return code;
}

/** @param jkt thumbprint of the key that signed the request's proof @throws OAuthError */
export function checkCodeKey(code: SpendableCode, jkt: string): void {
  if (code.jkt !== jkt) throw invalidGrant('other-key');
}

/** The same error for every cause, so that it does not reveal which check failed. */
export function invalidGrant(reason: string): OAuthError {
  return new OAuthError('invalid_grant', reason, 'The code cannot be used. Sign in again.');
}
