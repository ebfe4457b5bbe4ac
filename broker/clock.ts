/**
 * The two kinds of time. Wall time (`now`, milliseconds since 1970) is compared with other parties' clocks; an
 * administrator or a time server may change it at any moment. Monotonic time (`uptimeMs`) measures durations and the
 * order of events since the process started.
 */

/** The clocks of brokers on one store may differ by this much: each accepts what another one signed or sealed. */
export const CLOCK_TOLERANCE_SECONDS = 300;

/** Above this difference between clocks that should agree, the broker warns the operator. */
export const CLOCK_APART_SECONDS = 30;

/**
 * How far in the future the start of a session may be. A broker whose clock was ahead when it signed, before a time
 * server corrected it, must still accept its own sessions. The end of a session is enforced to the second.
 */
export const SIGNED_AHEAD_MAX_SECONDS = 86_400;

/** Milliseconds since this process began; never goes back, even when the wall clock is changed. */
export function uptimeMs(): number {
  return performance.now();
}
