/**
 * The token request: the broker checks the client before it uses Envoke's code. @see RFC 6749 section 4.1.3, RFC 7636
 * section 4.6, RFC 8628 section 3.5
 */
import { Value } from 'typebox/value';
import { TAB_GRANT_TYPE } from '../../shared/client.ts';
import { type EnvokeAnswer, type Flow, type SpendableCode, SpendableCodeSchema } from './flow.ts';
import type { Cookies } from './flow-cookie.ts';
import { type Parameters, requireParameter } from './form.ts';
import { OAuthError } from './oauth-error.ts';
import { isCodeVerifier, matchesChallenge } from './pkce.ts';
import { checkClient } from './registered-client.ts';
import type { SealedValues } from './sealed-value.ts';
import { tabFlowOf } from './tab-answer.ts';

/** What a token request is about; usable once the key is proven too ({@link checkKey}). */
interface Grant {
  content: EnvokeAnswer | Flow;
  /** The cookie that holds it; undefined when the request itself does. */
  cookieName: string | undefined;
}

/**
 * A wrong verifier or key does not use the code up: the sealed code expires after a minute, and nobody can guess the
 * verifier.
 * @throws OAuthError
 */
export async function openTokenRequest(
  parameters: Parameters,
  cookies: Cookies,
  sealed: SealedValues,
): Promise<Grant> {
  checkClient(parameters);
  const grantType = requireParameter(parameters, 'grant_type');
  if (grantType !== 'authorization_code' && grantType !== TAB_GRANT_TYPE) {
    throw new OAuthError('unsupported_grant_type', 'grant-type', 'This grant_type is not supported.');
  }
  const verifier = requireParameter(parameters, 'code_verifier');
  const redirectUri = requireParameter(parameters, 'redirect_uri');
  const grant =
    grantType === TAB_GRANT_TYPE
      ? await openTabFlow(verifier, cookies, sealed)
      : await openCode(requireParameter(parameters, 'code'), sealed);
  if (grant.content.redirectUri !== redirectUri) throw invalidGrant('other-redirect-uri');
  if (!isCodeVerifier(verifier) || !matchesChallenge(verifier, grant.content.codeChallenge)) {
    throw invalidGrant('wrong-verifier');
  }
  return grant;
}

async function openCode(given: string, sealed: SealedValues): Promise<Grant> {
  const code = await sealed.open('code', given);
  if (!Value.Check(SpendableCodeSchema, code)) throw invalidGrant('code-not-usable');
  return { content: code, cookieName: undefined };
}

/** The verifier finds the flow, so a request does not have to name it. */
async function openTabFlow(verifier: string, cookies: Cookies, sealed: SealedValues): Promise<Grant> {
  const flow = await tabFlowOf(verifier, cookies, sealed);
  if (flow !== undefined) return flow;
  const description = 'No sign-in with this verifier is in progress in this browser. Sign in again.';
  throw new OAuthError('expired_token', 'no-such-flow', description);
}

/** @param jkt thumbprint of the key that signed the request's proof @throws OAuthError */
export function checkKey({ content }: Grant, jkt: string): void {
  if (content.jkt !== jkt) throw invalidGrant('other-key');
}

/** @throws OAuthError when Envoke has given no code, or none yet; see RFC 8628 section 3.5 */
export function codeOf({ content }: Grant): SpendableCode {
  if ('envokeCode' in content) return content;
  if ('error' in content) throw new OAuthError(content.error, 'envoke-gave-no-code', 'Envoke gave no code.');
  const facts = { isOpened: content.isOpened === true };
  throw new OAuthError('authorization_pending', 'no-answer-yet', 'Envoke has not answered yet.', facts);
}

/** The same error for every cause, so that it does not reveal which check failed. */
export function invalidGrant(reason: string): OAuthError {
  return new OAuthError('invalid_grant', reason, 'The code cannot be used. Sign in again.');
}
