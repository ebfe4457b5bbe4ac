/**
 * A rate limit per access token (generic cell rate algorithm): a burst at once, then one request every interval.
 * Callers that must wait form a queue: a person's newest question is first, the other calls follow in the order of
 * asking. A caller that no longer waits leaves the queue, and those behind it move up. Our own code, because p-queue
 * and Bottleneck have no deadlines, no newest-first order and no pause of a whole queue.
 */
import { hash } from 'node:crypto';
import { EnvokeError } from './envoke-error.ts';

/** Callers of one token that may wait; above this number a person would have given up before the answer. */
const WAITING_MAX = 200;
/** Longest pause that Envoke may ask for, so that one wrong answer cannot stop a token for days. */
const PAUSE_MAX_MS = 60_000;
/** Number of entries above which idle ones are removed. */
const LANES_SWEPT_AT = 1_000;
/** Part of a burst that background calls leave free for the next person's question. */
const RESERVED_PART = 0.3;

/**
 * `question`: a person waits, and only the newest question counts. `ordinary`: a step that a person waits for.
 * `background`: has no hurry, and leaves a part of the burst unused.
 */
export type Urgency = 'question' | 'ordinary' | 'background';

const ORDER: Readonly<Record<Urgency, number>> = { question: 0, ordinary: 1, background: 2 };

/** How a call waits for its turn. */
export interface Turn {
  urgency: Urgency;
  /** Aborted when nobody wants the answer any more. */
  signal?: AbortSignal;
}

export const ORDINARY: Turn = { urgency: 'ordinary' };

interface Waiter extends Turn {
  deadlineAt: number;
  go: () => void;
  refuse: (error: EnvokeError) => void;
}

interface Lane {
  /** When the whole burst is available again, on the clock of `performance.now()`. */
  freeAt: number;
  /** In the order in which their turns come. */
  line: Waiter[];
  timer: NodeJS.Timeout | undefined;
}

export interface RateLimiter {
  /**
   * Resolves when it is this caller's turn.
   * @param deadlineAt on the clock of `performance.now()`
   * @throws EnvokeError 'queue-full' when the turn would come past the deadline, 'given-up' when the signal is aborted
   */
  turn(accessToken: string, deadlineAt: number, turn?: Turn): Promise<void>;
  /** Envoke asked for a pause: delays all calls with this token, including waiting ones, which keep their order. */
  pause(accessToken: string, ms: number): void;
}

export function createRateLimiter(requestsPerSecond: number, burst: number): RateLimiter {
  const intervalMs = 1_000 / requestsPerSecond;
  const reserved = Math.floor(burst * RESERVED_PART);
  const lanes = new Map<string, Lane>();

  // Keyed by a digest, so that the tokens of ended sessions do not stay in memory.
  const laneOf = (accessToken: string, now: number): Lane => {
    const key = hash('sha256', accessToken, 'base64');
    const present = lanes.get(key);
    if (present !== undefined) return present;
    if (lanes.size >= LANES_SWEPT_AT) {
      for (const [idle, lane] of lanes) if (lane.freeAt <= now && lane.line.length === 0) lanes.delete(idle);
    }
    const lane: Lane = { freeAt: now, line: [], timer: undefined };
    lanes.set(key, lane);
    return lane;
  };

  const dueAt = ({ freeAt }: Lane, { urgency }: Turn, ahead: number) =>
    freeAt - (burst - 1 - ahead - (urgency === 'background' ? reserved : 0)) * intervalMs;

  const take = (lane: Lane, now: number): void => {
    lane.freeAt = Math.max(lane.freeAt, now) + intervalMs;
  };

  /**
   * Starts the callers whose turn has come, refuses those whose turn comes too late, and sets a timer for the next
   * turn.
   */
  const serve = (lane: Lane): void => {
    clearTimeout(lane.timer);
    const now = performance.now();
    const staying: Waiter[] = [];
    for (const waiter of lane.line) {
      const due = dueAt(lane, waiter, staying.length);
      if (due > now && due >= waiter.deadlineAt) waiter.refuse(refusal(due - now));
      else if (due > now || staying.length > 0) staying.push(waiter);
      else {
        take(lane, now);
        waiter.go();
      }
    }
    lane.line = staying;
    const [next] = staying;
    if (next !== undefined) lane.timer = setTimeout(serve, Math.ceil(dueAt(lane, next, 0) - now), lane);
  };

  return {
    async turn(accessToken, deadlineAt, turn = ORDINARY) {
      const { urgency, signal } = turn;
      const now = performance.now();
      const lane = laneOf(accessToken, now);
      if (lane.line.length >= WAITING_MAX) throw refusal(intervalMs * WAITING_MAX);
      if (signal?.aborted === true) throw new EnvokeError('given-up');
      if (lane.line.length === 0 && dueAt(lane, turn, 0) <= now) {
        take(lane, now);
        return;
      }
      await new Promise<void>((resolve, reject) => {
        const leave = () => {
          lane.line = lane.line.filter((one) => one !== waiter);
          reject(new EnvokeError('given-up'));
          serve(lane);
        };
        const end = (settle: () => void) => {
          signal?.removeEventListener('abort', leave);
          settle();
        };
        const waiter: Waiter = {
          urgency,
          deadlineAt,
          go: () => end(resolve),
          refuse: (error) => end(() => reject(error)),
        };
        signal?.addEventListener('abort', leave, { once: true });
        lane.line.splice(placeOf(lane.line, urgency), 0, waiter);
        serve(lane);
      });
    },
    pause(accessToken, ms) {
      const now = performance.now();
      const lane = laneOf(accessToken, now);
      lane.freeAt = Math.max(lane.freeAt, now + Math.min(ms, PAUSE_MAX_MS) + (burst - 1) * intervalMs);
      serve(lane);
    },
  };
}

/** A question goes first in the queue; other calls go after those of the same urgency. */
function placeOf(line: readonly Waiter[], urgency: Urgency): number {
  if (urgency === 'question') return 0;
  const at = line.findIndex((waiter) => ORDER[waiter.urgency] > ORDER[urgency]);
  return at < 0 ? line.length : at;
}

function refusal(waitMs: number): EnvokeError {
  return new EnvokeError('queue-full', { retryAfterSeconds: Math.ceil(waitMs / 1_000) });
}
