/**
 * A polite pace per access token (generic cell rate algorithm): a burst at once, then one request every interval, in the
 * order of asking. A place in line is an instant, so waiting costs one timer and a token one small entry.
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { EnvokeError } from './envoke-error.ts';

/** Callers of one token that may wait; past it a person has long given up. */
const WAITING_MAX = 200;
/** Longest pause taken from Envoke's word, so that one odd answer cannot silence a token for days. */
const PAUSE_MAX_MS = 60_000;
/** Entries after which idle ones are dropped. */
const LANES_SWEPT_AT = 1_000;

interface Lane {
  /** When the line is empty again, on the clock of `performance.now()`. */
  freeAt: number;
  waiting: number;
  /** By how much pauses have moved all places in the line so far. */
  movedMs: number;
}

export interface Pace {
  /** Resolves when it is this caller's turn. @throws EnvokeError 'queue-full' when that is past the deadline */
  turn(accessToken: string, deadlineAt: number): Promise<void>;
  /** Envoke asked for a pause: holds everybody who uses this token, those in line too, who keep their order. */
  pause(accessToken: string, ms: number): void;
}

export function createPace(requestsPerSecond: number, burst: number): Pace {
  const intervalMs = 1_000 / requestsPerSecond;
  const lanes = new Map<string, Lane>();

  // Keyed by a digest, so that tokens of ended sessions do not stay in memory.
  const laneOf = (accessToken: string, now: number): Lane => {
    const key = createHash('sha256').update(accessToken).digest('base64');
    const present = lanes.get(key);
    if (present !== undefined) return present;
    if (lanes.size >= LANES_SWEPT_AT) {
      for (const [idle, lane] of lanes) if (lane.freeAt <= now && lane.waiting === 0) lanes.delete(idle);
    }
    const lane = { freeAt: now, waiting: 0, movedMs: 0 };
    lanes.set(key, lane);
    return lane;
  };

  return {
    async turn(accessToken, deadlineAt) {
      const now = performance.now();
      const lane = laneOf(accessToken, now);
      const freeAt = Math.max(lane.freeAt, now);
      const dueAt = freeAt - (burst - 1) * intervalMs;
      if (dueAt > now && (lane.waiting >= WAITING_MAX || dueAt >= deadlineAt)) throw refusal(dueAt - now);
      lane.freeAt = freeAt + intervalMs;
      if (dueAt > now) await inLine(lane, dueAt, deadlineAt);
    },
    pause(accessToken, ms) {
      const now = performance.now();
      const lane = laneOf(accessToken, now);
      const nextDueAt = lane.freeAt - (burst - 1 + lane.waiting) * intervalMs;
      const movedMs = Math.max(0, now + Math.min(ms, PAUSE_MAX_MS) - nextDueAt);
      lane.freeAt += movedMs;
      lane.movedMs += movedMs;
    },
  };
}

/** Waits for a place in line, which may move away while one waits. */
async function inLine(lane: Lane, dueAt: number, deadlineAt: number): Promise<void> {
  const movedMs = lane.movedMs;
  const waitMs = () => dueAt + lane.movedMs - movedMs - performance.now();
  lane.waiting += 1;
  try {
    for (let ms = waitMs(); ms > 0; ms = waitMs()) {
      if (performance.now() + ms >= deadlineAt) throw refusal(ms);
      await sleep(ms);
    }
  } finally {
    lane.waiting -= 1;
  }
}

function refusal(waitMs: number): EnvokeError {
  return new EnvokeError('queue-full', { retryAfterSeconds: Math.ceil(waitMs / 1_000) });
}
