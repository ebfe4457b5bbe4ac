/** Maps an HTTP status to a reason: 2xx passes, everything else throws. */

import type { RawAnswer } from './answer-body.ts';
import { readJson } from './answer-json.ts';
import { EnvokeError } from './envoke-error.ts';
import { isRecord } from './shape.ts';

/** How many of Envoke's sentences the person receives, and their length. */
const ENVOKE_ERRORS_MAX = 20;
const ENVOKE_ERROR_MAX_CHARS = 500;

/**
 * @param mayHaveHappened of a write whose answer says neither yes nor no (5xx, an unknown status)
 * @throws EnvokeError
 */
export async function judgeStatus(
  answer: RawAnswer,
  maxAnswerBytes: number,
  nowMs: number,
  mayHaveHappened: boolean,
): Promise<void> {
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  const code = String(status);
  if (status === 401) throw new EnvokeError('unauthorized', { code });
  if (status === 403) {
    throw new EnvokeError('forbidden', { code, envokeErrors: await sentences(answer, maxAnswerBytes) });
  }
  if (status === 404 || status === 410) throw new EnvokeError('not-found', { code });
  if (status === 429) throw new EnvokeError('rate-limited', { code, ...retryAfter(answer, nowMs) });
  if (status >= 500) {
    const said = await sentences(answer, maxAnswerBytes);
    const envokeErrors = said.length > 0 ? { envokeErrors: said } : {};
    throw new EnvokeError('server-error', {
      code,
      mayHaveHappened,
      ...envokeErrors,
      ...retryAfter(answer, nowMs),
    });
  }
  throw new EnvokeError('rejected', { code, envokeErrors: await sentences(answer, maxAnswerBytes) });
}

/**
 * Whether the JSON is a refusal, whatever its HTTP status: `success` in any spelling of false, or an error without an
 * id.
 */
export function isRefusal(json: unknown): json is Record<string, unknown> {
  if (!isRecord(json)) return false;
  if (json.success !== undefined) return isFalse(json.success);
  const isError = Boolean(json.error) || (Array.isArray(json.errors) && json.errors.length > 0);
  return isError && json.id === undefined;
}

/** `success` of a write that was carried out. */
export function isTrue(success: unknown): boolean {
  return success === true || success === 1 || success === '1' || success === 'true';
}

function isFalse(success: unknown): boolean {
  return success === false || success === 0 || success === '0' || success === 'false';
}

/** `result_data.errors`, else `result_text`, else OAuth's fields; a refusal that is not JSON has no sentences. */
export function readEnvokeErrors(json: unknown): string[] {
  if (!isRecord(json)) return [];
  const data = json.result_data;
  const listed = isRecord(data) && Array.isArray(data.errors) ? data.errors : [];
  const texts = listed.length > 0 ? listed : [json.result_text ?? json.error_description ?? json.error];
  return texts
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
    .slice(0, ENVOKE_ERRORS_MAX)
    .map((text) => text.slice(0, ENVOKE_ERROR_MAX_CHARS));
}

async function sentences(answer: RawAnswer, maxAnswerBytes: number): Promise<string[]> {
  try {
    return readEnvokeErrors(await readJson(answer, maxAnswerBytes));
  } catch {
    return [];
  }
}

/** `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3). */
export function retryAfter({ headers }: RawAnswer, nowMs: number): { retryAfterSeconds?: number } {
  const raw = (headers['retry-after'] ?? '').trim();
  if (/^[0-9]{1,9}$/.test(raw)) return { retryAfterSeconds: Number(raw) };
  const at = Date.parse(raw);
  return Number.isNaN(at) ? {} : { retryAfterSeconds: Math.max(0, Math.ceil((at - nowMs) / 1_000)) };
}
