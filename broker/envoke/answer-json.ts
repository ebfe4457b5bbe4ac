/**
 * Reads JSON from an answer of a PHP server, which may contain a byte order mark, notices before the JSON, or a wrong
 * media type. Only complete JSON is accepted, since a part of an answer may seem to say that there is no contact.
 */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { EnvokeError } from './envoke-error.ts';
import type { RawAnswer } from './envoke-transport.ts';
import { parse, parseLargeJson } from './large-json.ts';

/** Media types under which JSON may come: PHP falls back to HTML when a notice was printed before the headers. */
const JSON_TYPES = /^(?:application\/(?:[\w.-]+\+)?json|text\/(?:json|html|plain))\s*(?:;|$)/i;
/** How far into an answer its JSON may begin. */
const NOTICES_MAX_BYTES = 20_000;
/** Including byte order marks: each file of a PHP server may add one. */
const BLANKS = /^(?:\xef\xbb\xbf|\s)*/;
/** Text that begins directly with JSON. */
const WHOLE_FROM_START = /^(?:[[{"]|(?:null|true|false|-?[\d.eE+-]+)$)/;
const BEGINS_LINE = /(?:\n|<br ?\/?>)[ \t\r]*(?=[[{]|null$)/;
/** Shorter answers are parsed in one step: the worst of them takes a few milliseconds. */
const SMALL_BYTES = 65_536;
const [OPEN_LIST, OPEN_MAP] = [0x5b, 0x7b];

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
  const start = startOfJson(body);
  if (body.length - start > SMALL_BYTES) return parseLargeJson(body.subarray(start));
  return parse(body.toString('utf8', start).trimEnd());
}

/**
 * Finds the start of the JSON: after a byte order mark, blanks, and notices, each of which ends with a line break. Only
 * the first line that begins like JSON counts. From any other place, the rest of a truncated answer could look
 * complete.
 */
function startOfJson(body: Buffer): number {
  if (body[0] === OPEN_LIST || body[0] === OPEN_MAP) return 0;
  // Decodes one byte as one character, because notices may be in any encoding.
  const head = body.toString('latin1', 0, NOTICES_MAX_BYTES);
  const blanks = BLANKS.exec(head)?.[0].length ?? 0;
  const text = head.slice(blanks);
  if (WHOLE_FROM_START.test(text)) return blanks;
  const begins = BEGINS_LINE.exec(text);
  if (begins === null) throw new EnvokeError('not-json', { code: 'syntax' });
  return blanks + begins.index + begins[0].length;
}

/** We ask for no encoding, but a proxy may apply one, or only claim one. A false claim is ignored. */
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
