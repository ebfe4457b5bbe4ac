/**
 * Decides which failed calls are tried again, and when. Pure. Our own code, because undici's RetryAgent does not know
 * writes with an unknown outcome, nor temporary 401 answers.
 */
import { EnvokeError } from './envoke-error.ts';

/**
 * Envoke sometimes answers 401 to calls that come too fast. The 401 counts only when it remains after all these waits.
 * Integrators found that milliseconds are enough; the last wait is longer than one second, the period of most rate
 * limits.
 */
const UNAUTHORIZED_WAITS_MS = [60, 200, 1_200];
/**
 * Part of a call's deadline that one of these waits may use, so that a short deadline still has time for all of them.
 */
const UNAUTHORIZED_WAIT_MAX_PART = 1 / 4;
/** Wait after a 429 without a `Retry-After`. */
const RATE_LIMITED_WAIT_MS = 1_000;
const RATE_LIMITED_TRIES_MAX = 3;
/**
 * From this length on, a wait delays all calls with the token: other calls in the meantime would make the next try
 * fail.
 */
export const PAUSE_MIN_MS = 1_000;

/** A 401 that was not retried often enough does not prove that the token has ended. */
export function atDeadline(error: EnvokeError): EnvokeError {
  return error.reason === 'unauthorized' ? new EnvokeError('timeout', { code: '401' }) : error;
}

/**
 * Milliseconds until the next try, undefined when there is none. Only a call that Envoke did not carry out is tried
 * again.
 */
export function waitBeforeRetry(
  error: EnvokeError,
  attempt: number,
  call: { method: string; once?: true },
  deadlineMs: number,
): number | undefined {
  if (error.reason === 'unauthorized' && call.once === undefined) {
    const waitMs = UNAUTHORIZED_WAITS_MS[attempt - 1];
    return waitMs === undefined ? undefined : Math.min(waitMs, deadlineMs * UNAUTHORIZED_WAIT_MAX_PART);
  }
  if (error.reason === 'unreachable' && call.method === 'GET' && attempt === 1) return 0;
  if (error.reason !== 'rate-limited' || attempt >= RATE_LIMITED_TRIES_MAX) return undefined;
  return error.retryAfterSeconds === undefined ? RATE_LIMITED_WAIT_MS : error.retryAfterSeconds * 1_000;
}
