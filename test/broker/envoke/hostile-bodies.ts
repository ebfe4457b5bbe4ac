/** Bodies of 8 MB that no reader of JSON may spend long on: each is refused. */
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const HOSTILE_BYTES = 8_388_608;

/** A PHP notice, as one may stand before the JSON. */
export const NOTICE =
  '<br />\n<b>Deprecated</b>:  Undefined array key [0] in <b>/srv/{api}.php</b> on line <b>7</b><br />\n';

const filled = (unit: string) => unit.repeat(Math.floor(HOSTILE_BYTES / Buffer.byteLength(unit)));
const pages = (contact: string) => `[${filled(`${contact},`)}${contact}`;
const CONTACT = { id: '1', email: 'ada@example.ca', interests: [], notes: '[] {} "null"\n[]' };

type HostileBody = readonly [what: string, bodyOf: () => Buffer, encoding: string];

export const HOSTILE_BODIES = (
  [
    ['of opening brackets', () => Buffer.from(filled('['))],
    ['of opening maps', () => Buffer.from(filled('{"a":'))],
    [
      'of brackets that close',
      () => Buffer.from('['.repeat(HOSTILE_BYTES / 2) + ']'.repeat(HOSTILE_BYTES / 2)),
    ],
    ['of closing brackets', () => Buffer.from(`[${filled(']')}`)],
    ['of empty maps', () => Buffer.from(`[${filled('{},')}{}]`)],
    ['of empty lists, in a map', () => Buffer.from(`{"a":[${filled('[],')}[]]}`)],
    ['of commas', () => Buffer.from(`[${filled(',')}]`)],
    ['of colons', () => Buffer.from(`{"a"${filled(':')}}`)],
    ['of numbers', () => Buffer.from(`[${filled('1,')}1]`)],
    [
      'of names',
      () => Buffer.from(`{"a":0${Array.from({ length: 500_000 }, (_, n) => `,"k${n}":1`).join('')}}`),
    ],
    ['of one string that does not end', () => Buffer.from(`["${filled('x')}`)],
    ['of one string too long', () => Buffer.from(`["${filled('x')}"]`)],
    ['of one string of accents', () => Buffer.from(`{"a":"${filled('é')}"}`)],
    [
      'of bytes that are no text',
      () => Buffer.concat([Buffer.from('["'), Buffer.alloc(HOSTILE_BYTES, 0xc3)]),
    ],
    ['of escapes, and one mistake', () => Buffer.from(`["${filled('\\u00e9')}"x]`)],
    ['of quotes, and one mistake', () => Buffer.from(`["${filled('\\"')}"x]`)],
    ['of backslashes', () => Buffer.from(`["${filled('\\')}"]`)],
    ['of one number, and one mistake', () => Buffer.from(`[${filled('1')}x]`)],
    ['of long texts, and one mistake', () => Buffer.from(`${pages(`"${'y'.repeat(500_000)}"`)},x]`)],
    ['of accents in escapes, cut', () => Buffer.from(pages(`["${'\\u00e9'.repeat(80_000)}"]`))],
    ['of contacts, cut', () => Buffer.from(pages(JSON.stringify(CONTACT).padEnd(2_000)))],
    ['of blanks', () => Buffer.from(`x${filled(' ')}[`)],
    ['of blanks in brackets', () => Buffer.from(`[${filled(' ')}]`)],
    ['of blanks, and something behind them', () => Buffer.from(`[]${filled('\n')}x`)],
    ['of blanks before anything', () => Buffer.from(filled('\n'))],
    ['of lines that begin like JSON', () => Buffer.from(`x${filled('\n[')}`)],
    ['of line breaks', () => Buffer.from(`x${filled('\n')}`)],
    ['of digits', () => Buffer.from(filled('1'))],
    ['of notices', () => Buffer.from(filled(NOTICE))],
    ['of notices, and brackets', () => Buffer.from(NOTICE + filled('['))],
    ['of brackets, packed', () => gzipSync(filled('[')), 'gzip'],
    ['of empty maps, packed', () => brotliCompressSync(Buffer.from(`[${filled('{},')}{}]`)), 'br'],
  ] as readonly (readonly [string, () => Buffer, string?])[]
).map(([what, bodyOf, encoding = '']): HostileBody => [what, bodyOf, encoding]);
