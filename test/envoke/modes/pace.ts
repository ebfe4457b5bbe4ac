/** Counts how fast each caller asks, for an Envoke that limits the rate (envoke-api section 6, quirk 2). */

export interface Pace {
  /** Notes a request; whether it is one more than `perSecond` within the last second. */
  exceeds(caller: string, nowMs: number, perSecond: number): boolean;
}

export function createRateLimiter(): Pace {
  const recent = new Map<string, number[]>();
  return {
    exceeds(caller, nowMs, perSecond) {
      const kept = (recent.get(caller) ?? []).filter((at) => at > nowMs - 1000);
      const tooMany = kept.length >= perSecond;
      recent.set(caller, tooMany ? kept : [...kept, nowMs]);
      return tooMany;
    },
  };
}
