/** The input of an API handler: the caller's account, the request in Envoke's terms, and the modes. */

import type { Account } from '../accounts/account.ts';
import type { Clock } from '../clock.ts';
import type { Answer } from '../http/answer.ts';
import type { PhpMap } from '../http/php-query.ts';
import type { Modes } from '../modes/modes.ts';
import { Refusal, refuse, refused } from './envelope.ts';

export interface ApiCall {
  readonly account: Account;
  readonly query: PhpMap;
  /** As it came; parsed with {@link readBody} whatever its label says (section 2 "Request body"). */
  readonly body: string;
  /** Decoded `{id}` of the path; empty on paths without one. */
  readonly id: string;
  readonly modes: Modes;
  readonly clock: Clock;
}

export type ApiHandler = (call: ApiCall) => Answer;

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body as a JSON object. Refuses an empty body, text that is not JSON, and any other kind of value. */
export function readBody(call: ApiCall): JsonObject {
  if (call.body.trim() === '') refuse('Request body may not be empty');
  let value: unknown;
  try {
    value = JSON.parse(call.body);
  } catch {
    refuse('Request body is not valid JSON');
  }
  if (!isJsonObject(value)) refuse('Request body must be a JSON object');
  return value;
}

/** Ids are digits only, on the wire as text or as a number. */
export function readId(value: unknown): number | undefined {
  const digits = typeof value === 'number' ? String(value) : value;
  return typeof digits === 'string' && /^\d{1,10}$/.test(digits) ? Number(digits) : undefined;
}

/** An id as it goes over the wire: text, unless the mode `idForm` says otherwise. */
export function wireId(id: number, modes: Modes): string | number {
  return modes.get('idForm') === 'number' ? id : String(id);
}

/** A body that names another id than the path does is a mistake. */
export function checkBodyId(call: ApiCall, body: JsonObject): void {
  if (body.id === undefined || readId(body.id) === readId(call.id)) return;
  refuse(`Provided 'id': ${call.id} does not match 'id' in request body (${String(body.id)})`);
}

/** Refuses a write to something that does not exist; the status is a mode because no real answer is recorded. */
export function refuseMissing(call: ApiCall, id: string): never {
  const text = `Item with id '${id}' not found`;
  if (call.modes.get('missingItem') === '404') throw new Refusal(refused(404, text));
  refuse(text);
}
