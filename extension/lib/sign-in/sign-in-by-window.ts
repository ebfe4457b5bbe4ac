/** A sign-in in the browser's own window. */
import type { AuthWindow } from './auth-window.ts';
import { authorizationUrl, createSignInSecrets } from './authorization-request.ts';
import { parseAuthorizationResponse } from './authorization-response.ts';
import type { FlowRequests } from './flow-requests.ts';
import { SignInError } from './sign-in-error.ts';

/** Nobody reads a window and closes it in less; a browser does, and takes more than a second where the machine is busy. */
const AT_ONCE_MS = 2_000;

export interface WindowEffects {
  brokerUrl: string;
  /** Null where the browser offers none. */
  window: AuthWindow | null;
  /** Whether the window of the sign-in before this one closed at once. */
  hasClosedAtOnce: boolean;
  /** Epoch milliseconds. */
  now: () => number;
  onStep: (step: 'authorizing' | 'finishing') => Promise<void>;
}

/**
 * The session token; null when the browser's window failed: it is not there, did not open, was closed before the broker
 * saw anything of it, or closed at once twice in a row. Throws a sign-in or broker error.
 */
export async function signInByWindow(requests: FlowRequests, effects: WindowEffects): Promise<string | null> {
  const { brokerUrl, window, now, onStep } = effects;
  if (window === null) return null;
  const { redirectUri } = window;
  const { state, codeVerifier } = createSignInSecrets();
  const requestUri = await requests.push(redirectUri, { state, codeVerifier });
  await onStep('authorizing');
  const openedAtMs = now();
  const end = await window.open(authorizationUrl(brokerUrl, requestUri));
  const isAtOnce = now() - openedAtMs < AT_ONCE_MS;
  if (end.how === 'failed') return null;
  if (end.how === 'closed') {
    if (!(await wasOpened(requests, redirectUri, codeVerifier))) return null;
    if (!isAtOnce) throw new SignInError('cancelled');
    if (effects.hasClosedAtOnce) return null;
    throw new SignInError('closed-at-once');
  }
  await onStep('finishing');
  const code = parseAuthorizationResponse(end.responseUrl, { redirectUri, state, issuer: brokerUrl });
  return requests.redeem(redirectUri, code, codeVerifier);
}

/** Whether the broker saw the window's first page. A broker that cannot say so leaves it at what the browser says. */
async function wasOpened(requests: FlowRequests, redirectUri: string, verifier: string): Promise<boolean> {
  try {
    const answer = await requests.ask(redirectUri, verifier);
    return typeof answer === 'string' || answer.isOpened;
  } catch (error) {
    if (error instanceof SignInError) return true;
    throw error;
  }
}
