/** One HTTP request to one fixed host: a deadline, a byte limit, no redirects. Does not interpret Envoke's answers. */
import { Pool } from 'undici';
import type { RawAnswer } from './answer-body.ts';
import { createFairLine } from './fair-line.ts';
import { ResponseCollector } from './response-collector.ts';

/** Sockets to one host. */
const CONNECTIONS_MAX = 64;
/** Sockets of one account, whose many devices may all wait for a slow Envoke. */
const CONNECTIONS_PER_OWNER_MAX = 16;

interface TransportRequest {
  method: 'GET' | 'POST' | 'PATCH';
  /** Path and query, encoded. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string | null;
  /** Instant of `performance.now()`. */
  deadlineAt: number;
  /** Owner of a share of the sockets: an account. */
  owner: string;
}

export interface Transport {
  /**
   * @throws EnvokeError 'unreachable', 'timeout', 'too-large', 'redirected', or 'queue-full' when no socket became free
   */
  send(request: TransportRequest): Promise<RawAnswer>;
  close(): Promise<void>;
}

/** @param url any URL of the host; only its origin is used */
export function createTransport(url: string, maxAnswerBytes: number): Transport {
  // HTTP/2 to a single fast upstream costs more than HTTP/1.1. We set the deadlines, so undici's are off.
  const pool = new Pool(new URL(url).origin, {
    connections: CONNECTIONS_MAX,
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  const line = createFairLine({ places: CONNECTIONS_MAX, placesPerOwner: CONNECTIONS_PER_OWNER_MAX });

  const exchange = ({ method, path, headers, body = null, deadlineAt }: TransportRequest) =>
    new Promise<RawAnswer>((onAnswer, onFailure) => {
      const timeoutMs = deadlineAt - performance.now();
      const options = { isWrite: method !== 'GET', timeoutMs, maxAnswerBytes, onAnswer, onFailure };
      pool.dispatch({ method, path, headers, body }, new ResponseCollector(options));
    });

  const send = async (request: TransportRequest) => {
    const leave = await line.enter(request.owner, request.deadlineAt);
    try {
      return await exchange(request);
    } finally {
      leave();
    }
  };

  return { send, close: () => pool.destroy() };
}
