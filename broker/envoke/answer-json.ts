/** Reads JSON from an answer of a PHP server: byte order mark, notices printed before it, a wrong label. */
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { EnvokeError } from './envoke-error.ts';
import type { RawAnswer } from './envoke-transport.ts';

/** Media types under which JSON may come: PHP falls back to HTML when a notice was printed before the headers. */
const JSON_TYPES = /^(?:application\/(?:[\w.-]+\+)?json|text\/(?:json|html|plain))\s*(?:;|$)/i;
/** How far into an answer its JSON may begin, and how many beginnings are tried: bounds the work on a hostile answer. */
const NOTICES_MAX_CHARS = 20_000;
const BEGINNINGS_MAX = 50;

const DECODERS: Readonly<Record<string, typeof gunzipSync>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** @throws EnvokeError 'not-json' or 'too-large' */
export function readJson(answer: RawAnswer, maxAnswerBytes: number): unknown {
  const type = answer.headers['content-type'] ?? '';
  if (type !== '' && !JSON_TYPES.test(type)) throw new EnvokeError('not-json', { code: 'content-type' });
  const text = decoded(answer, maxAnswerBytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim();
  const whole = parse(text);
  if (whole !== undefined) return whole.value;
  return withoutNotices(text);
}

/** Cuts what stands before the JSON. Only a beginning from which the rest is JSON to the very end counts. */
function withoutNotices(text: string): unknown {
  const head = text.slice(0, NOTICES_MAX_CHARS);
  let tried = 0;
  for (const { index } of head.matchAll(/[[{]|null$/g)) {
    if (++tried > BEGINNINGS_MAX) break;
    const rest = parse(text.slice(index));
    if (rest !== undefined) return rest.value;
  }
  throw new EnvokeError('not-json', { code: 'syntax' });
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** We ask for no encoding; a proxy may still apply one, or only claim it. A claim that does not hold is ignored. */
function decoded({ headers, body }: RawAnswer, maxAnswerBytes: number): Buffer {
  const decode = DECODERS[(headers['content-encoding'] ?? '').trim().toLowerCase()];
  if (decode === undefined) return body;
  try {
    return decode(body, { maxOutputLength: maxAnswerBytes });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw new EnvokeError('too-large');
    return body;
  }
}
