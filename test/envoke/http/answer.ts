/** The answer of a handler, before the network modes (see `modes/`) change it. */

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Set for JSON answers: kept as a value until the last moment, so that a mode may still change it. */
  readonly value?: unknown;
  /** Set for every other answer. */
  readonly text?: string;
}

export function json(value: unknown, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json' }, value };
}

export function html(markup: string, status = 200): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8' }, text: markup };
}

export function empty(status: number): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8' }, text: '' };
}

export function redirect(location: string, headers: Record<string, string> = {}): Answer {
  return {
    status: 302,
    headers: { 'content-type': 'text/html; charset=UTF-8', location, ...headers },
    text: '',
  };
}

export function withHeaders(answer: Answer, headers: Record<string, string>): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
