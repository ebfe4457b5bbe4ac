/** The start of every contract test: a fixed day, a clock that tests move, and a caller with a token. */

import { createEnvoke, type Envoke } from '../envoke.ts';
import type { EnvokeOptions } from '../options.ts';

/** 15 January 2026, 12:00 in Toronto. */
export const START_MS = Date.UTC(2026, 0, 15, 17);
export const DAY_MS = 86_400_000;

export interface Bench {
  readonly envoke: Envoke;
  readonly api: Caller;
  /** Moves the stand-in's clock on. */
  wait(ms: number): void;
}

export async function createBench(options: EnvokeOptions = {}): Promise<Bench> {
  let nowMs = START_MS;
  const envoke = await createEnvoke({ now: () => nowMs, ...options });
  return {
    envoke,
    api: createCaller(envoke.url, envoke.issueAccessToken()),
    wait(ms) {
      nowMs += ms;
    },
  };
}

interface Said {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed JSON; undefined when the text is none. */
  readonly body: unknown;
}

export interface Caller {
  get(path: string): Promise<Said>;
  post(path: string, body: unknown): Promise<Said>;
  patch(path: string, body: unknown): Promise<Said>;
  remove(path: string, body?: unknown): Promise<Said>;
  /** The path's answer as a list, or a list of its one value. */
  list(path: string): Promise<Record<string, unknown>[]>;
  /** Ids of the contacts that a path lists, in its order. */
  ids(path: string): Promise<number[]>;
}

export function createCaller(url: string, accessToken: string): Caller {
  const call = async (method: string, path: string, body?: unknown): Promise<Said> => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${accessToken}` },
      redirect: 'manual',
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  };
  const list: Caller['list'] = async (path) => {
    const { status, body } = await call('GET', path);
    if (status !== 200 || !Array.isArray(body)) throw new Error(`${path} is no list: HTTP ${status}`);
    return body.map((item: unknown) => ({ ...(item as object) }));
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    patch: (path, body) => call('PATCH', path, body),
    remove: (path, body) => call('DELETE', path, body),
    list,
    ids: async (path) => (await list(path)).map(({ id }) => Number(id)),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The envelope of a validation failure (section 3.0). */
export function refusal(...errors: string[]) {
  return {
    status: 400,
    body: {
      success: false,
      result_text: "Validation failed, see 'result_data' -> 'errors'",
      result_data: { errors },
    },
  };
}

/** A contact that may be added as it is. */
export const NEW_CONTACT = {
  email: 'zoe.tremblay@nouveau.example.ca',
  first_name: 'Zoé',
  last_name: 'Tremblay',
  consent_status: 'Express',
  consent_description: 'Asked at the counter',
};
