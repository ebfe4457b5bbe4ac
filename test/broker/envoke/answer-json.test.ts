/** JSON as a PHP server may send it, and JSON that must be refused. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../broker/envoke/answer-json.ts';
import { HELD_MAX_MS, heldMs } from './held-loop.ts';
import { HOSTILE_BODIES, HOSTILE_BYTES, NOTICE } from './hostile-bodies.ts';

const answer = (body: string | Buffer, contentType = 'application/json', contentEncoding = '') => ({
  status: 200,
  headers: { 'content-type': contentType, 'content-encoding': contentEncoding },
  body: Buffer.from(body),
});
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
  it.each(HOSTILE_BODIES)('%s is refused and holds up nobody', async (_what, bodyOf, encoding) => {
    const given = answer(bodyOf(), 'application/json', encoding);
    const refused = () =>
      expect(readJson(given, 2 * HOSTILE_BYTES)).rejects.toMatchObject({ name: 'EnvokeError' });
    expect(await heldMs(refused)).toBeLessThan(HELD_MAX_MS);
  });
});
