/** JSON as a PHP server may send it, and JSON that must be refused. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../broker/envoke/answer-json.ts';
import { HELD_MAX_MS, heldMs } from './held-loop.ts';

const answer = (body: string | Buffer, contentType = 'application/json', contentEncoding = '') => ({
  status: 200,
  headers: { 'content-type': contentType, 'content-encoding': contentEncoding },
  body: Buffer.from(body),
});
const NOTICE =
  '<br />\n<b>Deprecated</b>:  Undefined array key [0] in <b>/srv/{api}.php</b> on line <b>7</b><br />\n';
const CONTACTS = [
  { id: '1', email: 'ada@example.ca', interests: [], custom_fields: {}, notes: '[] {} "null"\n[]' },
  { id: '2', email: 'bo@example.ca', interests: ['News'], custom_fields: { a: null } },
];

describe('the JSON of an answer', () => {
  it.each([
    ['is refused when it is an image', answer('[]', 'image/png'), 'not-json'],
    ['is refused when it is a web page', answer('<html><body>Log in</body></html>', 'text/html'), 'not-json'],
    ['is refused when it is cut off', answer('[{"id":"1"},{"id"'), 'not-json'],
    ['is refused when it is cut off after an empty map', answer('[{}'), 'not-json'],
    ['is refused when it is cut off after an empty list', answer('{"result":[]'), 'not-json'],
    ['is refused when it is cut off in lines', answer('[\n  {"id":"1"},\n  {}'), 'not-json'],
    ['is refused when it is cut off after notices', answer(`${NOTICE}[{}`), 'not-json'],
    ['is refused when it is cut off in lines after notices', answer(`${NOTICE}[\n{}`), 'not-json'],
    ['is refused when a notice is all there is', answer('Warning: offset on value of type null'), 'not-json'],
    ['is refused when a notice ends with brackets', answer('Warning: array []'), 'not-json'],
    ['is refused when it is empty', answer(''), 'not-json'],
    ['is refused when only its beginning is JSON', answer('{"id":"1"}<script>'), 'not-json'],
    [
      'is refused when it unpacks to more than the cap',
      answer(gzipSync(Buffer.alloc(5_000, 32)), '', 'gzip'),
      'too-large',
    ],
  ])('%s', async (_what, given, reason) => {
    await expect(readJson(given, 1_000)).rejects.toMatchObject({ name: 'EnvokeError', reason });
  });

  it.each([
    ['in one line', JSON.stringify(CONTACTS)],
    ['in many lines', JSON.stringify(CONTACTS, undefined, 2)],
    ['after notices', NOTICE + JSON.stringify(CONTACTS)],
    ['in many lines after notices', NOTICE + NOTICE + JSON.stringify(CONTACTS, undefined, 2)],
    ['as the envelope of a write', JSON.stringify({ success: true, result_data: { errors: [], ids: {} } })],
  ])('is refused cut at every byte, %s', async (_how, text) => {
    const whole = Buffer.from(text);
    expect(await readJson(answer(whole), 1_000_000)).toEqual(
      text.includes('success') ? JSON.parse(text) : CONTACTS,
    );
    for (let bytes = 0; bytes < whole.length; bytes += 1) {
      const cut = answer(whole.subarray(0, bytes));
      await expect(readJson(cut, 1_000_000), `cut at ${bytes}`).rejects.toMatchObject({ reason: 'not-json' });
    }
  });

  it.each([
    ['as it is', answer('[{"id":"1"}]')],
    ['after a byte order mark', answer('\uFEFF[{"id":"1"}]')],
    ['after PHP notices', answer(`${NOTICE}${NOTICE}[{"id":"1"}]`)],
    ['after a plain notice', answer('\nWarning: key in /a.php on line 3\n[{"id":"1"}]')],
    ['after a dated notice', answer('2026-11-28 PHP Warning: key [0]\n[{"id":"1"}]')],
    [
      'after a notice in Latin-1',
      answer(Buffer.concat([Buffer.from('D\xe9pr\xe9ci\xe9 [0]\n', 'latin1'), Buffer.from('[{"id":"1"}]')])),
    ],
    ['after byte order marks and blanks', answer('\n\uFEFF \uFEFF\r\n[{"id":"1"}]\n')],
    ['after PHP notices, labelled HTML', answer(`${NOTICE}[{"id":"1"}]`, 'text/html; charset=UTF-8')],
    ['without a label', answer('[{"id":"1"}]', '')],
    ['packed, although nobody asked', answer(gzipSync('[{"id":"1"}]'), 'application/json', 'gzip')],
    ['only labelled as packed', answer('[{"id":"1"}]', 'application/json', 'gzip')],
  ])('is read %s', async (_how, given) => {
    expect(await readJson(given, 1_000)).toEqual([{ id: '1' }]);
  });

  it('may be null after PHP notices', async () => {
    expect(await readJson(answer(`${NOTICE}null`), 1_000)).toBeNull();
  });

  it.each([
    ['nothing between two commas', 70_000, ',,{"id":"1"}]'],
    ['a comma before its end', 70_000, ',]'],
    ['nothing before a comma', 0, ',{"id":"1"}]'],
    ['more behind its end', 70_000, ']]'],
    ['another list behind its end', 70_000, '] [{"id":"1"}]'],
    ['the wrong bracket at its end', 70_000, '}'],
    ['a wrong word in a late element', 70_000, ',nul]'],
  ])('is refused with %s, however long', async (_what, filler, end) => {
    const elements = Array.from({ length: filler / 10 }, () => '{"id": "1"}').join(',');
    for (const blanks of ['', ' '.repeat(200_000)]) {
      const given = answer(`[${elements}${blanks}${end}${blanks}`);
      await expect(readJson(given, 1_000_000)).rejects.toMatchObject({ reason: 'not-json' });
    }
  });

  it.each([
    ['a list', (texts: string[]) => texts],
    ['a map', (texts: string[]) => ({ texts })],
    ['a list in a list', (texts: string[]) => [texts]],
    ['a list of lists and maps', (texts: string[]) => texts.map((text) => [{ text }, [], {}, null, 1.5e3])],
  ])('is read as it was written, when it is %s of many steps', async (_what, shape) => {
    const texts = Array.from({ length: 5_000 }, (_, n) => `é"\\[{,]}\u2028 ${n} ${'z'.repeat(n % 300)}`);
    for (const indent of [0, 2]) {
      const given = answer(`${NOTICE}${JSON.stringify(shape(texts), undefined, indent)}\n`);
      expect(await readJson(given, 16_777_216)).toEqual(shape(texts));
    }
  });

  it('is read in full for 100 contacts with long descriptions', async () => {
    const contact = { ...CONTACTS[0], consent_description: 'x\\"é'.repeat(13_000) };
    const page = Array.from({ length: 100 }, (_, index) => ({ ...contact, id: String(index) }));
    expect(await readJson(answer(JSON.stringify(page)), 16_777_216)).toEqual(page);
  });
});

describe('an answer of 8 MB', () => {
  const BYTES = 8_388_608;
  const filled = (unit: string) => unit.repeat(Math.floor(BYTES / Buffer.byteLength(unit)));
  const pages = (contact: string) => `[${filled(`${contact},`)}${contact}`;

  it.each<[string, () => Buffer, string?]>([
    ['of opening brackets', () => Buffer.from(filled('['))],
    ['of opening maps', () => Buffer.from(filled('{"a":'))],
    ['of brackets that close', () => Buffer.from('['.repeat(BYTES / 2) + ']'.repeat(BYTES / 2))],
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
    ['of bytes that are no text', () => Buffer.concat([Buffer.from('["'), Buffer.alloc(BYTES, 0xc3)])],
    ['of escapes, and one mistake', () => Buffer.from(`["${filled('\\u00e9')}"x]`)],
    ['of quotes, and one mistake', () => Buffer.from(`["${filled('\\"')}"x]`)],
    ['of backslashes', () => Buffer.from(`["${filled('\\')}"]`)],
    ['of one number, and one mistake', () => Buffer.from(`[${filled('1')}x]`)],
    ['of long texts, and one mistake', () => Buffer.from(`${pages(`"${'y'.repeat(500_000)}"`)},x]`)],
    ['of accents in escapes, cut', () => Buffer.from(pages(`["${'\\u00e9'.repeat(80_000)}"]`))],
    ['of contacts, cut', () => Buffer.from(pages(JSON.stringify(CONTACTS[0]).padEnd(2_000)))],
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
  ])('%s is refused and holds up nobody', async (_what, bodyOf, encoding = '') => {
    const given = answer(bodyOf(), 'application/json', encoding);
    const refused = () => expect(readJson(given, 2 * BYTES)).rejects.toMatchObject({ name: 'EnvokeError' });
    expect(await heldMs(refused)).toBeLessThan(HELD_MAX_MS);
  });
});
