/** Where the JSON of an answer begins. */
import { EnvokeError } from './envoke-error.ts';

/** How far into an answer its JSON may begin. */
const NOTICES_MAX_BYTES = 20_000;
/** Including byte order marks: each file of a PHP server may add one. */
const BLANKS = /^(?:\xef\xbb\xbf|\s)*/;
/** Text that begins directly with JSON. */
const WHOLE_FROM_START = /^(?:[[{"]|(?:null|true|false|-?[\d.eE+-]+)$)/;
const BEGINS_LINE = /(?:\n|<br ?\/?>)[ \t\r]*(?=[[{]|null$)/;
const [OPEN_LIST, OPEN_MAP] = [0x5b, 0x7b];

/**
 * Finds the start of the JSON: after a byte order mark, blanks, and notices, each of which ends with a line break. Only
 * the first line that begins like JSON counts. From any other place, the rest of a truncated answer could look
 * complete.
 *
 * @param body the whole of it, or as much of a large one as no notice is long
 * @throws EnvokeError 'not-json'
 */
export function startOfJson(body: Buffer): number {
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
