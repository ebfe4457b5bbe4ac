/**
 * When to ask the broker while somebody types. Envoke accepts a burst of ten calls, then one a second. So one request
 * goes early, since its answer may be enough for all later letters; the next goes only after a pause longer than those
 * between letters.
 */

const PAUSE_MIN_MS = 120;
const PAUSE_MAX_MS = 280;
/** Pause when little of the burst is left. */
const PAUSE_SPARING_MS = 400;
/** Typing has paused when the gap is this many times as long as the earlier gaps. */
const LONGER = 1.4;
/** The assumed gap between two letters while the person's typing speed is unknown. */
const GAP_DEFAULT_MS = 120;
/** A longer gap says nothing about typing speed. */
const GAP_MAX_MS = 800;
/** This many letters find few enough people for one complete answer, in most accounts. */
const EARLY_MIN_LETTERS = 3;
/** After an early request with too many results, the next one waits for this many more letters. */
const EARLY_STEP_LETTERS = 3;
const EARLY_MAX = 2;
/** The broker's default limit: a burst of calls, then calls per second. */
const BURST = 10;
const PER_SECOND = 1;
/** Early requests leave this many calls for later requests, and for those the popup makes when it opens. */
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
      // A new search starts when the letters of the previous one are deleted.
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
