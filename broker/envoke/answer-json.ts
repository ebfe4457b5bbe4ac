/**
 * Reads JSON from an answer of a PHP server, which may contain a byte order mark, notices before the JSON, or a wrong
 * media type. Only complete JSON is accepted, since a part of an answer may seem to say that there is no contact.
 */
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AnswerBody, type RawAnswer, SMALL_BYTES } from './answer-body.ts';
import { EnvokeError, isEnvokeError } from './envoke-error.ts';
import { startOfJson } from './json-start.ts';
import { parse, parseLargeJson } from './large-json.ts';

/** Media types under which JSON may come: PHP falls back to HTML when a notice was printed before the headers. */
const JSON_TYPES = /^(?:application\/(?:[\w.-]+\+)?json|text\/(?:json|html|plain))\s*(?:;|$)/i;
/** What is unpacked before others have their turn. */
const UNPACKED_STEP_BYTES = 65_536;

type CreateDecoder = typeof createGunzip | typeof createInflate | typeof createBrotliDecompress;

const DECODERS = new Map<string, CreateDecoder>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

type Headers = RawAnswer['headers'];

/** @throws EnvokeError 'not-json' for a body that no reader would take, 'too-large' for one that announces more bytes */
export function createAnswerBody(headers: Headers, maxBytes: number): AnswerBody {
  checkType(headers);
  const announcedBytes = Number(headers['content-length'] ?? '') || 0;
  if (announcedBytes > maxBytes) throw new EnvokeError('too-large');
  return new AnswerBody({ maxBytes, isJson: decoderOf(headers) === undefined, announcedBytes });
}

/** @throws EnvokeError 'not-json' or 'too-large' */
export async function readJson(answer: RawAnswer, maxAnswerBytes: number): Promise<unknown> {
  checkType(answer.headers);
  const createDecoder = decoderOf(answer.headers);
  const { body, outline } =
    createDecoder === undefined ? answer : await decoded(answer, createDecoder, maxAnswerBytes);
  if (body.length > SMALL_BYTES) return parseLargeJson(body, outline);
  return parse(body.toString('utf8', startOfJson(body)).trimEnd());
}

function checkType(headers: Headers): void {
  const type = headers['content-type'] ?? '';
  if (type !== '' && !JSON_TYPES.test(type)) throw new EnvokeError('not-json', { code: 'content-type' });
}

function decoderOf(headers: Headers) {
  return DECODERS.get((headers['content-encoding'] ?? '').trim().toLowerCase());
}

/** We ask for no encoding, but a proxy may apply one, or only claim one. A false claim is ignored. */
async function decoded(
  answer: RawAnswer,
  createDecoder: CreateDecoder,
  maxBytes: number,
): Promise<Pick<RawAnswer, 'body' | 'outline'>> {
  const decoder = createDecoder({ chunkSize: UNPACKED_STEP_BYTES });
  const unpacked = new AnswerBody({ maxBytes, isJson: true });
  decoder.end(answer.body);
  try {
    for await (const chunk of decoder) unpacked.add(chunk);
    return unpacked.received;
  } catch (error) {
    if (isEnvokeError(error)) throw error;
    return answer;
  }
}
