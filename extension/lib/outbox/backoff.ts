/** How long to wait after a failure. Pure. */

/** First pause; doubled with each further failure. */
const FIRST_MS = 1_000;
/** Longest pause that is chosen here; the broker may ask for a longer one. */
const LONGEST_MS = 300_000;
/**
 * Longest pause that is accepted: a longer one, from a wrong `Retry-After` or a clock set back, would stop the outbox
 * for good.
 */
const BELIEVED_MAX_MS = 3_600_000;

/**
 * Milliseconds to wait after the `failures`-th failure in a row (1 for the first). What the broker asks for goes first;
 * asked for no pause at all, it is not asked again at once either.
 */
export function backoffMs(failures: number, retryAfterSeconds: number | null): number {
  const own = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return retryAfterSeconds === null
    ? own
    : Math.min(BELIEVED_MAX_MS, Math.max(FIRST_MS, retryAfterSeconds * 1_000));
}

/** Milliseconds until a moment that was set earlier; 0 when it is past, or so far off that the clock was put back since. */
export function pauseLeftMs(untilMs: number, nowMs: number): number {
  const leftMs = untilMs - nowMs;
  return leftMs > 0 && leftMs <= BELIEVED_MAX_MS ? leftMs : 0;
}
