/** The requests to the stand-in, for tests that count them. Header values are not kept: they hold tokens. */

import type { Incoming } from './incoming.ts';

/** How many requests are kept, so that a stand-in that runs for days stays small. */
const REQUESTS_MAX = 20_000;

interface LoggedRequest {
  /** Epoch milliseconds by the stand-in's clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headerNames: readonly string[];
  readonly body: string;
}

export interface RequestLog {
  record(call: Incoming, at: number): void;
  /** Oldest first; with arguments, those of one method and, if given, one path. */
  list(method?: string, path?: string): LoggedRequest[];
  count(method?: string, path?: string): number;
  clear(): void;
}

export function createRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  const list: RequestLog['list'] = (method, path) =>
    entries.filter(
      (entry) =>
        (method === undefined || entry.method === method) && (path === undefined || entry.path === path),
    );
  return {
    record({ method, path, query, headerNames, body }, at) {
      entries.push({ at, method, path, query, headerNames, body });
      if (entries.length > REQUESTS_MAX) entries.shift();
    },
    list,
    count: (method, path) => list(method, path).length,
    clear() {
      entries.length = 0;
    },
  };
}
