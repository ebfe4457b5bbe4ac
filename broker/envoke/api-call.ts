/**
 * One call of Envoke's API: rate-limited, with one deadline, retried where that is safe. It returns JSON or throws a
 * reason.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RawAnswer } from './answer-body.ts';
import { readJson } from './answer-json.ts';
import type { EnvokeConfig } from './envoke-config.ts';
import { EnvokeError, type EnvokeReason, isEnvokeError } from './envoke-error.ts';
import type { Transport } from './envoke-transport.ts';
import { OUTBOUND_HEADERS } from './outbound-headers.ts';
import { createRateLimiter, type Turn } from './rate-limiter.ts';
import { atDeadline, PAUSE_MIN_MS, waitBeforeRetry } from './retry.ts';
import { isRefusal, judgeStatus, readEnvokeErrors } from './status.ts';

interface ApiCall {
  method: 'GET' | 'POST' | 'PATCH';
  /** Encoded path and query, version first (`/v1/…`). */
  path: string;
  /** Route for logs and metrics: contains no value of the call. */
  endpoint: string;
  body?: unknown;
  /** Do not retry after 401: the caller has another way to get the answer. */
  once?: true;
  /** How the call waits for its turn; `ORDINARY` by default. */
  turn?: Turn;
}

/** A failed try, for the log. Contains no data of the call. */
interface EnvokeEvent {
  endpoint: string;
  attempt: number;
  reason: EnvokeReason;
  code: string | undefined;
}

export interface ApiDeps {
  now: () => number;
  /** Owner of a share of the sockets: the token's account where it is known. */
  ownerOf: (accessToken: string) => string;
  log?: (event: EnvokeEvent) => void;
  onAnswer?: (measure: { endpoint: string; status: number | string; durationMs: number }) => void;
}

export type CallApi = (accessToken: string, call: ApiCall) => Promise<unknown>;

/** @returns a function that resolves with the JSON of a 2xx answer and throws {@link EnvokeError} otherwise */
export function createApiCaller(config: EnvokeConfig, transport: Transport, deps: ApiDeps): CallApi {
  const limiter = createRateLimiter(config.requestsPerSecond, config.burst);
  const basePath = new URL(config.apiUrl).pathname.replace(/\/$/, '');

  const measured = async (accessToken: string, call: ApiCall, deadlineAt: number): Promise<unknown> => {
    const startedAt = performance.now();
    let status: number | string = 'unknown';
    try {
      const answer = await transport.send({
        ...requestOf(accessToken, call, basePath, deadlineAt),
        owner: deps.ownerOf(accessToken),
      });
      status = answer.status;
      return await judge(answer, call, config.maxAnswerBytes, deps.now());
    } catch (error) {
      if (isEnvokeError(error) && status === 'unknown') status = error.reason;
      throw error;
    } finally {
      deps.onAnswer?.({ endpoint: call.endpoint, status, durationMs: performance.now() - startedAt });
    }
  };

  return async (accessToken, call) => {
    const deadlineAt = performance.now() + config.deadlineMs;
    for (let attempt = 1; ; attempt += 1) {
      await limiter.turn(accessToken, deadlineAt, call.turn);
      try {
        return await measured(accessToken, call, deadlineAt);
      } catch (error) {
        if (!isEnvokeError(error)) throw error;
        deps.log?.({ endpoint: call.endpoint, attempt, reason: error.reason, code: error.code });
        const waitMs = waitBeforeRetry(error, attempt, call, config.deadlineMs);
        if (waitMs === undefined) throw error;
        if (waitMs >= PAUSE_MIN_MS) limiter.pause(accessToken, waitMs);
        if (performance.now() + waitMs >= deadlineAt) throw atDeadline(error);
        await sleep(waitMs);
      }
    }
  };
}

function requestOf(accessToken: string, call: ApiCall, basePath: string, deadlineAt: number) {
  const headers = { ...OUTBOUND_HEADERS, authorization: `Bearer ${accessToken}` };
  const target = { method: call.method, path: basePath + call.path, deadlineAt };
  if (call.body === undefined) return { ...target, headers };
  return {
    ...target,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(call.body),
  };
}

/** `success` decides, whatever the HTTP status is. */
async function judge(
  answer: RawAnswer,
  call: ApiCall,
  maxAnswerBytes: number,
  nowMs: number,
): Promise<unknown> {
  const mayHaveHappened = call.method !== 'GET';
  await judgeStatus(answer, maxAnswerBytes, nowMs, mayHaveHappened);
  const json = await readAnswer(answer, maxAnswerBytes, mayHaveHappened);
  if (!isRefusal(json)) return json;
  throw new EnvokeError('rejected', { code: 'success', envokeErrors: readEnvokeErrors(json) });
}

/** An answer that cannot be read does not show whether a write was carried out. */
async function readAnswer(
  answer: RawAnswer,
  maxAnswerBytes: number,
  mayHaveHappened: boolean,
): Promise<unknown> {
  try {
    return await readJson(answer, maxAnswerBytes);
  } catch (error) {
    if (!isEnvokeError(error)) throw error;
    throw new EnvokeError(error.reason, { mayHaveHappened, code: error.code ?? String(answer.status) });
  }
}
