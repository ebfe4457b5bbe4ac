/** Modes that answer instead of a handler, or change what it answered (see `mode-table.ts`). */

import { isJsonObject } from '../api/api-call.ts';
import { refused } from '../api/envelope.ts';
import type { Answer } from '../http/answer.ts';
import { empty, html, redirect, withHeaders } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { TOKEN_PATH } from '../oauth/token.ts';
import type { ModeValues } from './mode-table.ts';
import type { Modes } from './modes.ts';
import type { Pace } from './pace.ts';

/** An answer given before anything is done, or undefined when the handler answers. */
export function answerInstead(call: Incoming, modes: Modes, pace: Pace, nowMs: number): Answer | undefined {
  if (modes.take('redirected')) return redirect(modes.get('redirectTo') || '/login');
  if (modes.take('loginPage')) return html(LOGIN_PAGE);
  if (modes.take('serverError')) return refused(500, 'Internal error');
  if (modes.take('rateLimited')) return rateLimit(modes, nowMs);
  return call.path === TOKEN_PATH ? undefined : refuseToken(call, modes, pace, nowMs);
}

/** Refusals of an access token that is good, or of how fast it is used. */
function refuseToken(call: Incoming, modes: Modes, pace: Pace, nowMs: number): Answer | undefined {
  const perSecond = modes.get('requestsPerSecond');
  if (perSecond > 0 && pace.exceeds(call.headers.authorization ?? '', nowMs, perSecond)) {
    return modes.get('tooFast') === '429' ? rateLimit(modes, nowMs) : refused(401, 'Authentication required');
  }
  if (modes.take('forbidden')) return refused(403, 'This API user may not do this');
  if (modes.take('transient401')) return refused(401, 'Authentication required');
  return undefined;
}

function rateLimit(modes: Modes, nowMs: number): Answer {
  const answer = refused(429, 'Too many requests');
  const seconds = modes.get('retryAfterSeconds');
  switch (modes.get('retryAfter')) {
    case 'none':
      return answer;
    case 'seconds':
      return withHeaders(answer, { 'retry-after': String(seconds) });
    case 'date':
      return withHeaders(answer, { 'retry-after': new Date(nowMs + seconds * 1000).toUTCString() });
  }
}

/** The handler's answer as the modes change it on the way. */
export function disturb(given: Answer, modes: Modes): Answer {
  const isChallenge = given.status === 401 && modes.take('wwwAuthenticate');
  const answer = isChallenge
    ? withHeaders(given, { 'www-authenticate': 'Bearer error="invalid_token"' })
    : given;
  const form = modes.get('errorBodies');
  if (form !== 'envelope' && [401, 403, 404, 429, 500].includes(answer.status)) {
    const blank =
      form === 'html'
        ? html(`<html><body><h1>${answer.status}</h1></body></html>`, answer.status)
        : empty(answer.status);
    return withHeaders(blank, { ...answer.headers, ...blank.headers });
  }
  if (!('value' in answer) || answer.text !== undefined) return answer;
  const spelled = { ...answer, value: withSuccess(answer.value, modes.get('successForm')) };
  if (answer.status >= 400) return spelled;
  return reshape(spelled, modes);
}

function withSuccess(value: unknown, form: ModeValues['successForm']): unknown {
  if (form === 'boolean' || !isJsonObject(value) || typeof value.success !== 'boolean') return value;
  return { ...value, success: form === 'text' ? String(value.success) : Number(value.success) };
}

function reshape(answer: Answer, modes: Modes): Answer {
  const shaped = modes.take('wrongShape') ? { ...answer, value: wrongShape(answer.value) } : answer;
  const typed = modes.take('wrongFields') ? { ...shaped, value: wrongFields(shaped.value) } : shaped;
  return modes.take('labelledHtml')
    ? withHeaders(typed, { 'content-type': 'text/html; charset=UTF-8' })
    : typed;
}

function wrongShape(value: unknown): unknown {
  return Array.isArray(value) ? 'none' : [[value]];
}

/** Every value inside a list or map becomes one of another type; the outer form stays. */
function wrongFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wrongFields);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wrongLeaf(inner)]));
  }
  return wrongLeaf(value);
}

function wrongLeaf(value: unknown): unknown {
  if (typeof value === 'string') return { value };
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 17 : null;
}

/** What a browser that is not logged in is shown. */
export const LOGIN_PAGE =
  '<!doctype html><html><head><title>Envoke login</title></head><body><form><input name="username"></form></body></html>';

/** What PHP puts before the JSON when notices are switched on. */
export const PHP_NOTICES =
  '<br />\n<b>Deprecated</b>:  Creation of dynamic property in <b>/var/www/api.php</b> on line <b>217</b><br />\n';
