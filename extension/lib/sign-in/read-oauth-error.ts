/** Errors of the broker's OAuth endpoints and of the authorization response. @see RFC 6749 sections 4.1.2.1 and 5.2, RFC 8628 section 3.5 */
import { badAnswer, readJson } from '../broker-client/answer.ts';
import { isObject, isString } from '../storage/guards.ts';
import type { SignInFailure } from './progress.ts';
import { SignInError } from './sign-in-error.ts';

/** Only the code is used: `error_description` is meant for the log of the server that wrote it. */
export function failureOf(error: string): SignInFailure {
  switch (error) {
    case 'access_denied':
      return 'declined';
    case 'temporarily_unavailable':
    case 'server_error':
      return 'envoke-unreachable';
    case 'unauthorized_client':
      return 'broker-refused';
    case 'expired_token':
      return 'expired';
    default:
      return 'refused';
  }
}

export async function readOAuthError(response: Response): Promise<Error> {
  const body = await readJson(response);
  if (!isObject(body) || !isString(body.error)) return badAnswer(response);
  return new SignInError(failureOf(body.error), response.headers.get('x-request-id'));
}
