/**
 * Reads JSON from an answer of a PHP server: byte order mark, notices printed before it, a wrong label. Only what is whole is
 * read, since a part of an answer may say "nobody". The work is bounded, and done in steps that hold up nobody else.
 */
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { structureFault } from './answer-structure.ts';
import { EnvokeError } from './envoke-error.ts';
import type { RawAnswer } from './envoke-transport.ts';

/** Media types under which JSON may come: PHP falls back to HTML when a notice was printed before the headers. */
const JSON_TYPES = /^(?:application\/(?:[\w.-]+\+)?json|text\/(?:json|html|plain))\s*(?:;|$)/i;
/** How far into an answer its JSON may begin. */
const NOTICES_MAX_CHARS = 20_000;
/** Text that begins as JSON does: nothing stands before it. */
const WHOLE_FROM_START = /^(?:[[{"]|(?:null|true|false|-?[\d.eE+-]+)$)/;
const BEGINS_LINE = /(?:\n|<br ?\/?>)[ \t\r]*(?=[[{]|null$)/;
/** Shorter answers are parsed at once: the worst of them takes a few milliseconds. */
const SMALL_BYTES = 65_536;

type Decode = (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;
const DECODERS: Readonly<Record<string, Decode>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** @throws EnvokeError 'not-json' or 'too-large' */
export async function readJson(answer: RawAnswer, maxAnswerBytes: number): Promise<unknown> {
  const type = answer.headers['content-type'] ?? '';
  if (type !== '' && !JSON_TYPES.test(type)) throw new EnvokeError('not-json', { code: 'content-type' });
  const body = await decoded(answer, maxAnswerBytes);
  const json = withoutNotices(
    body
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trim(),
  );
  if (body.length > SMALL_BYTES) await checkStructure(json);
  try {
    return JSON.parse(json);
  } catch {
    throw new EnvokeError('not-json', { code: 'syntax' });
  }
}

async function checkStructure(json: string): Promise<void> {
  await yieldToOthers();
  const fault = structureFault(json);
  if (fault !== undefined) {
    throw new EnvokeError(fault === 'too-many-values' ? 'too-large' : 'not-json', { code: fault });
  }
  await yieldToOthers();
}

/**
 * Cuts what stands before the JSON, when something does: notices, which end their lines. Only the first line that begins as
 * JSON does counts. From any other place, the rest of a cut answer could look whole.
 */
function withoutNotices(text: string): string {
  if (WHOLE_FROM_START.test(text)) return text;
  const head = text.slice(0, NOTICES_MAX_CHARS);
  const begins = BEGINS_LINE.exec(head);
  if (begins === null) throw new EnvokeError('not-json', { code: 'syntax' });
  return text.slice(begins.index + begins[0].length);
}

/** We ask for no encoding; a proxy may still apply one, or only claim it. A claim that does not hold is ignored. */
async function decoded({ headers, body }: RawAnswer, maxAnswerBytes: number): Promise<Buffer> {
  const decode = DECODERS[(headers['content-encoding'] ?? '').trim().toLowerCase()];
  if (decode === undefined) return body;
  try {
    return await decode(body, { maxOutputLength: maxAnswerBytes });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw new EnvokeError('too-large');
    return body;
  }
}
