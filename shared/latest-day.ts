/** The latest day on which a consent can have been given: one that has begun somewhere in Canada. Pure: the clock is the caller's. */

/** Newfoundland in summer, where a day begins before the rest of Canada: two and a half hours behind UTC. */
const FIRST_ZONE_BEHIND_MS = 9_000_000;

/** `YYYY-MM-DD`; `nowMs` is in milliseconds since 1970. */
export function latestDay(nowMs: number): string {
  return new Date(nowMs - FIRST_ZONE_BEHIND_MS).toISOString().slice(0, 10);
}

/** The same day, or the latest one where it has not begun in Canada: a time zone or a clock may be ahead of it. */
export function begunDay(day: string, nowMs: number): string {
  const latest = latestDay(nowMs);
  return latest.localeCompare(day) < 0 ? latest : day;
}
