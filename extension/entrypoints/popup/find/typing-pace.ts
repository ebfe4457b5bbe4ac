/**
 * When to ask the broker while somebody types. Envoke takes one call a second after a burst of ten: so one question early,
 * whose answer may do for all that follows, and the next only after a pause that is longer than those between the letters.
 */

const PAUSE_MIN_MS = 120;
const PAUSE_MAX_MS = 280;
/** Pause when little of the burst is left. */
const PAUSE_SPARING_MS = 400;
/** A pause is over when it is so many times as long as those before. */
const LONGER = 1.4;
/** Between two letters of somebody whose typing is not known yet. */
const GAP_DEFAULT_MS = 120;
/** A gap that is longer says nothing of how somebody types. */
const GAP_MAX_MS = 800;
/** Letters that find few enough people for one answer to hold them all, in most accounts. */
const EARLY_MIN_LETTERS = 3;
/** After an early question that had too many answers, the next one has so many letters more. */
const EARLY_STEP_LETTERS = 3;
const EARLY_MAX = 2;
/** What the broker lets through at once, and from then on, unless it is configured otherwise. */
const BURST = 10;
const PER_SECOND = 1;
/** Early questions leave so many calls for those that follow, and for what the popup asks when it opens. */
const EARLY_LEAVES = 5;

export interface TypingPace {
  /** A letter was typed, or one was taken away. */
  typed(letters: number): void;
  /** Milliseconds to wait for the next letter before asking; 0 asks at once. */
  pauseMs(letters: number): number;
  asked(letters: number): void;
}

/** @param now milliseconds of any clock that only goes forward */
export function createTypingPace(now: () => number): TypingPace {
  let gapMs = GAP_DEFAULT_MS;
  let typedAt = Number.NEGATIVE_INFINITY;
  let left = BURST;
  let leftAt = now();
  let early: number[] = [];

  const refill = () => {
    left = Math.min(BURST, left + ((now() - leftAt) / 1_000) * PER_SECOND);
    leftAt = now();
  };

  return {
    typed(letters) {
      const gap = now() - typedAt;
      typedAt = now();
      if (gap <= GAP_MAX_MS) gapMs += (gap - gapMs) / 3;
      // Another search begins where the letters of the one before are gone.
      early = early.filter((at) => at <= letters);
    },
    pauseMs(letters) {
      refill();
      const next = (early.at(-1) ?? EARLY_MIN_LETTERS - EARLY_STEP_LETTERS) + EARLY_STEP_LETTERS;
      if (early.length < EARLY_MAX && letters >= next && left >= EARLY_LEAVES) return 0;
      if (left < EARLY_LEAVES / 2) return PAUSE_SPARING_MS;
      return Math.min(PAUSE_MAX_MS, Math.max(PAUSE_MIN_MS, gapMs * LONGER));
    },
    asked(letters) {
      refill();
      left -= 1;
      if (letters > 0) early.push(letters);
    },
  };
}
