/**
 * Which failed calls are tried again, and when. Pure. Ours: undici's RetryAgent knows neither a write that may have happened
 * nor a 401 that passes.
 */
import { EnvokeError } from './envoke-error.ts';

/**
 * Envoke answers 401 at times to calls that come too fast; only when all these waits did not help is it meant. Integrators
 * found milliseconds to do; the last wait is longer than the second that most limits are counted by.
 */
const UNAUTHORIZED_WAITS_MS = [60, 200, 1_200];
/** Part of a call's deadline that one of these waits may take, so that a short deadline has room for them all. */
const UNAUTHORIZED_WAIT_MAX_PART = 1 / 4;
/** Wait after a 429 that names no time. */
const RATE_LIMITED_WAIT_MS = 1_000;
const RATE_LIMITED_TRIES_MAX = 3;
/** A wait from here on holds everybody who uses the token: what the others send meanwhile would spoil the next try. */
export const PAUSE_MIN_MS = 1_000;

/** A 401 that was not tried again often enough does not say that the token has ended. */
export function atDeadline(error: EnvokeError): EnvokeError {
  return error.reason === 'unauthorized' ? new EnvokeError('timeout', { code: '401' }) : error;
}

/** Milliseconds until the next try, undefined when there is none. Only what Envoke did not carry out is tried again. */
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
