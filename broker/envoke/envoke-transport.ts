/** One HTTP request to one fixed host: a deadline, a byte cap, no redirects. Knows nothing of Envoke's answers. */
import { Pool } from 'undici';
import { Exchange, type RawAnswer } from './response-collector.ts';

export type { RawAnswer } from './response-collector.ts';

/** Sockets to one host; the pace per token keeps a broker far below. */
const CONNECTIONS_MAX = 64;

export interface TransportRequest {
  method: 'GET' | 'POST' | 'PATCH';
  /** Path and query, encoded. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string | null;
  /** Instant of `performance.now()`. */
  deadlineAt: number;
}

export interface Transport {
  /** @throws EnvokeError 'unreachable', 'timeout', 'too-large' or 'redirected' */
  send(request: TransportRequest): Promise<RawAnswer>;
  close(): Promise<void>;
}

/** @param url any URL of the host; only its origin is used */
export function createTransport(url: string, maxAnswerBytes: number): Transport {
  // HTTP/2 to a single fast upstream costs more than HTTP/1.1. Deadlines are ours, so undici's are off.
  const pool = new Pool(new URL(url).origin, {
    connections: CONNECTIONS_MAX,
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  const send = ({ method, path, headers, body = null, deadlineAt }: TransportRequest) =>
    new Promise<RawAnswer>((onAnswer, onFailure) => {
      const timeoutMs = deadlineAt - performance.now();
      const options = { isWrite: method !== 'GET', timeoutMs, maxAnswerBytes, onAnswer, onFailure };
      pool.dispatch({ method, path, headers, body }, new Exchange(options));
    });

  return { send, close: () => pool.destroy() };
}
