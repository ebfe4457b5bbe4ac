/**
 * Judges the answer to a token request (RFC 6749 sections 5.1 and 5.2): tolerant about its form, strict about its
 * meaning. Envoke does not document the wording of a refusal, so the code looks for RFC 6749's error codes wherever an
 * answer may contain them.
 */

import type { RawAnswer } from './answer-body.ts';
import { readJson } from './answer-json.ts';
import { EnvokeError, type EnvokeReason } from './envoke-error.ts';
import { isRecord } from './shape.ts';
import { isRefusal, readEnvokeErrors, retryAfter } from './status.ts';

const DAY_SECONDS = 86_400;
/**
 * Envoke's tokens are valid for one year. When the answer does not say, we assume one day less, so that our session
 * ends first.
 */
const LIFETIME_DEFAULT_SECONDS = 364 * DAY_SECONDS;
const LIFETIME_MAX_SECONDS = 365 * DAY_SECONDS;
/** A token goes into a header: visible ASCII, bounded. */
const ACCESS_TOKEN = /^[\x21-\x7e]{1,4096}$/;

const CLIENT_ERRORS = new Set(['invalid_client', 'unauthorized_client']);
const CODE_ERRORS = new Set(['invalid_grant', 'invalid_request', 'unsupported_grant_type', 'invalid_scope']);
/** Sentences about the client instead of an error code: "Client authentication failed", "Invalid client secret". */
const ABOUT_CLIENT = /client[ _-](?:secret|id|authentication|credentials)|(?:invalid|unknown|wrong) client/i;

export interface EnvokeGrant {
  accessToken: string;
  expiresInSeconds: number;
}

/** @throws EnvokeError 'client-refused', 'code-refused', 'rate-limited', 'server-error', 'not-json' or 'wrong-shape' */
export async function readGrant(
  answer: RawAnswer,
  maxAnswerBytes: number,
  nowMs: number,
): Promise<EnvokeGrant> {
  const { status } = answer;
  const isGood = status >= 200 && status < 300;
  const json = await (isGood ? readJson(answer, maxAnswerBytes) : readIfJson(answer, maxAnswerBytes));
  const facts = { code: String(status) };
  const reason = refusalOf(status, json);
  if (reason !== undefined) throw new EnvokeError(reason, { ...facts, ...retryAfter(answer, nowMs) });

  const { access_token, token_type, expires_in } = unwrapped(json) ?? {};
  if (typeof access_token !== 'string' || !ACCESS_TOKEN.test(access_token) || !isBearer(token_type))
    throw new EnvokeError('wrong-shape', facts);
  return { accessToken: access_token, expiresInSeconds: lifetime(expires_in) };
}

/** Why there is no token; undefined when the answer may contain one. */
function refusalOf(status: number, json: unknown): EnvokeReason | undefined {
  const isGood = status >= 200 && status < 300;
  const body: Record<string, unknown> = isRecord(json) ? json : {};
  const errors = [body.error, unwrapped(body)?.error];
  const said = [...errors, ...readEnvokeErrors(body)];
  const isRefused = !isGood || errors.some(isFilled) || isRefusal(body);
  if (status === 429) return 'rate-limited';
  // RFC 6749 section 5.2: 401 refuses the client, whatever the body says.
  if (status === 401 || (isRefused && said.some((one) => CLIENT_ERRORS.has(String(one)))))
    return 'client-refused';
  if (isRefused && said.some((one) => CODE_ERRORS.has(String(one)))) return 'code-refused';
  if (isRefused && readEnvokeErrors(body).some((text) => ABOUT_CLIENT.test(text))) return 'client-refused';
  if (status >= 500) return 'server-error';
  const isMissing = isRecord(json) && unwrapped(json)?.access_token === undefined;
  return isRefused || isMissing ? 'code-refused' : undefined;
}

/** The answer itself, or the content of the envelope that Envoke uses for writes. */
function unwrapped(json: unknown): Record<string, unknown> | undefined {
  if (!isRecord(json)) return undefined;
  return json.access_token === undefined && isRecord(json.result_data) ? json.result_data : json;
}

/** An `error` with a meaning: `null`, `''` and `false` beside a token have none. */
function isFilled(error: unknown): boolean {
  return error !== undefined && error !== null && error !== '' && error !== false;
}

/** A refusal may be JSON, HTML or empty. */
async function readIfJson(answer: RawAnswer, maxAnswerBytes: number): Promise<unknown> {
  try {
    return await readJson(answer, maxAnswerBytes);
  } catch {
    return undefined;
  }
}

/** We could not use a token of another type (RFC 6749 section 7.1); a token without a type is accepted. */
function isBearer(tokenType: unknown): boolean {
  return tokenType === undefined || (typeof tokenType === 'string' && /^bearer$/i.test(tokenType));
}

/** Seconds as a whole number or its decimal text; anything else is ignored. */
function lifetime(expiresIn: unknown): number {
  const isText = typeof expiresIn === 'string' && /^[1-9][0-9]{0,14}$/.test(expiresIn);
  const seconds = isText || typeof expiresIn === 'number' ? Number(expiresIn) : 0;
  if (!Number.isSafeInteger(seconds) || seconds < 1) return LIFETIME_DEFAULT_SECONDS;
  return Math.min(seconds, LIFETIME_MAX_SECONDS);
}
