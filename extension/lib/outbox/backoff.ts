/** How long to wait after a failure. Pure. */

/** First pause; doubled with each further failure. */
const FIRST_MS = 1_000;
/** Longest pause that is chosen here; the broker may ask for a longer one. */
const LONGEST_MS = 300_000;
/** Longest pause that is believed: past it a wrong `Retry-After` would stop the outbox for good. */
const RETRY_AFTER_MAX_MS = 3_600_000;

/** Milliseconds to wait after the `failures`-th failure in a row (1 for the first). What the broker asks for goes first. */
export function backoffMs(failures: number, retryAfterSeconds: number | null): number {
  const own = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return retryAfterSeconds === null ? own : Math.min(RETRY_AFTER_MAX_MS, retryAfterSeconds * 1_000);
}
