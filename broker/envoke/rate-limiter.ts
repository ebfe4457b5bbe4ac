/**
 * A rate limit per access token (generic cell rate algorithm): a burst at once, then one request every interval. Who waits
 * stands in a line: a person's newest question first, then everything else in the order of asking. Whoever no longer waits
 * leaves the line, and those behind move up. Ours: p-queue and Bottleneck know no deadline, no newest first and no pause that
 * moves a whole line.
 */
import { hash } from 'node:crypto';
import { EnvokeError } from './envoke-error.ts';

/** Callers of one token that may wait; past it a person has long given up. */
const WAITING_MAX = 200;
/** Longest pause taken from Envoke's word, so that one odd answer cannot silence a token for days. */
const PAUSE_MAX_MS = 60_000;
/** Entries after which idle ones are dropped. */
const LANES_SWEPT_AT = 1_000;
/** Part of a burst that work in the background leaves for the person who asks next. */
const RESERVED_PART = 0.3;

/**
 * `question`: a person looks at what is asked, and the newest is the one that counts. `ordinary`: a step that somebody waits
 * for. `background`: comes when it comes, and leaves a part of the burst unused.
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
  /** When the whole burst is there again, on the clock of `performance.now()`. */
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
  /** Envoke asked for a pause: holds everybody who uses this token, those in line too, who keep their order. */
  pause(accessToken: string, ms: number): void;
}

export function createRateLimiter(requestsPerSecond: number, burst: number): RateLimiter {
  const intervalMs = 1_000 / requestsPerSecond;
  const reserved = Math.floor(burst * RESERVED_PART);
  const lanes = new Map<string, Lane>();

  // Keyed by a digest, so that tokens of ended sessions do not stay in memory.
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

  /** Lets go whose turn has come, refuses whose turn comes too late, and comes back for the next. */
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

/** A question goes before all that wait, the others after those that are as urgent. */
function placeOf(line: readonly Waiter[], urgency: Urgency): number {
  if (urgency === 'question') return 0;
  const at = line.findIndex((waiter) => ORDER[waiter.urgency] > ORDER[urgency]);
  return at < 0 ? line.length : at;
}

function refusal(waitMs: number): EnvokeError {
  return new EnvokeError('queue-full', { retryAfterSeconds: Math.ceil(waitMs / 1_000) });
}
