/**
 * Time, of two kinds. Wall time (`now`, milliseconds since 1970) is for what another party's clock is compared with; it may
 * be set back or forward at any moment. Monotonic time (`uptimeMs`) is for how long something takes, and for what has
 * happened since the start.
 */

/** Brokers on one store may differ by this much: what one of them signed or sealed is accepted by the others. */
export const CLOCK_TOLERANCE_SECONDS = 300;

/** More than this between clocks that should agree is told to whoever runs the broker. */
export const CLOCK_APART_SECONDS = 30;

/**
 * A broker whose clock ran ahead when it signed (before a time server set it right) still knows its own sessions: this is
 * how far in the future their beginning may seem to be. Their end is kept to the second.
 */
export const SIGNED_AHEAD_MAX_SECONDS = 86_400;

/** Milliseconds since this process began; never runs back, whatever happens to the wall clock. */
export function uptimeMs(): number {
  return performance.now();
}
