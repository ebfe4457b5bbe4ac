/** JSON as a PHP server may give it, and as it must not be believed. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../broker/envoke/answer-json.ts';

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

  it('is read in full for 100 contacts with long descriptions', async () => {
    const contact = { ...CONTACTS[0], consent_description: 'x\\"é'.repeat(13_000) };
    const page = Array.from({ length: 100 }, (_, index) => ({ ...contact, id: String(index) }));
    expect(await readJson(answer(JSON.stringify(page)), 16_777_216)).toEqual(page);
  });
});

describe('an answer of 8 MB', () => {
  const BYTES = 8_388_608;
  /** Of which one refusal may hold up the others; the limit is 50, with room for a busy machine. */
  const HELD_MAX_MS = 150;
  const filled = (unit: string) => unit.repeat(Math.floor(BYTES / Buffer.byteLength(unit)));

  it.each<[string, () => Buffer, string?]>([
    ['of opening brackets', () => Buffer.from(filled('['))],
    ['of opening maps', () => Buffer.from(filled('{"a":'))],
    ['of brackets that close', () => Buffer.from('['.repeat(BYTES / 2) + ']'.repeat(BYTES / 2))],
    ['of empty maps', () => Buffer.from(`[${filled('{},')}{}]`)],
    ['of numbers', () => Buffer.from(`[${filled('1,')}1]`)],
    [
      'of names',
      () => Buffer.from(`{"a":0${Array.from({ length: 500_000 }, (_, n) => `,"k${n}":1`).join('')}}`),
    ],
    ['of one string that does not end', () => Buffer.from(`["${filled('x')}`)],
    ['of escapes, and one mistake', () => Buffer.from(`["${filled('\\u00e9')}"x]`)],
    ['of quotes, and one mistake', () => Buffer.from(`["${filled('\\"')}"x]`)],
    ['of one number, and one mistake', () => Buffer.from(`[${filled('1')}x]`)],
    ['of blanks', () => Buffer.from(`x${filled(' ')}[`)],
    ['of lines that begin like JSON', () => Buffer.from(`x${filled('\n[')}`)],
    ['of line breaks', () => Buffer.from(`x${filled('\n')}`)],
    ['of notices', () => Buffer.from(filled(NOTICE))],
    ['of brackets, packed', () => gzipSync(filled('[')), 'gzip'],
    ['of empty maps, packed', () => brotliCompressSync(Buffer.from(`[${filled('{},')}{}]`)), 'br'],
  ])('%s is refused and holds up nobody', async (_what, bodyOf, encoding = '') => {
    const body = bodyOf();
    const heldMs = async () => {
      const given = answer(body, 'application/json', encoding);
      const delay = monitorEventLoopDelay({ resolution: 1 });
      await sleep(20);
      delay.enable();
      await expect(readJson(given, 2 * BYTES)).rejects.toMatchObject({ name: 'EnvokeError' });
      await sleep(5);
      delay.disable();
      return delay.max / 1e6;
    };
    // What the code itself holds up it holds up each time; what a busy machine adds, it does not.
    const held = [await heldMs(), await heldMs(), await heldMs()];
    expect(Math.min(...held)).toBeLessThan(HELD_MAX_MS);
  });
});
