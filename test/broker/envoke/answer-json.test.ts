/** JSON as a PHP server may give it. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../broker/envoke/answer-json.ts';
import { EnvokeError } from '../../../broker/envoke/envoke-error.ts';

const answer = (body: string | Buffer, contentType = 'application/json', contentEncoding = '') => ({
  status: 200,
  headers: { 'content-type': contentType, 'content-encoding': contentEncoding },
  body: Buffer.from(body),
});
const NOTICE =
  '<br />\n<b>Deprecated</b>:  Undefined array key [0] in <b>/srv/{api}.php</b> on line <b>7</b><br />\n';

describe('the JSON of an answer', () => {
  it.each([
    ['is refused when it is an image', answer('[]', 'image/png'), 'not-json'],
    ['is refused when it is a web page', answer('<html><body>Log in</body></html>', 'text/html'), 'not-json'],
    ['is refused when it is cut off', answer('[{"id":"1"},{"id"'), 'not-json'],
    ['is refused when it is empty', answer(''), 'not-json'],
    ['is refused when only its beginning is JSON', answer('{"id":"1"}<script>'), 'not-json'],
    [
      'is refused when it unpacks to more than the cap',
      answer(gzipSync(Buffer.alloc(5_000, 32)), '', 'gzip'),
      'too-large',
    ],
  ])('%s', (_what, given, reason) => {
    expect(() => readJson(given, 1_000)).toThrow(expect.objectContaining({ name: 'EnvokeError', reason }));
  });

  it('is not looked for without end in a hostile answer', () => {
    expect(() => readJson(answer('[{'.repeat(200_000)), 1_000_000)).toThrow(EnvokeError);
  });

  it.each([
    ['as it is', answer('[{"id":"1"}]')],
    ['after a byte order mark', answer('\uFEFF[{"id":"1"}]')],
    ['after PHP notices', answer(`${NOTICE}${NOTICE}[{"id":"1"}]`)],
    ['after PHP notices, labelled HTML', answer(`${NOTICE}[{"id":"1"}]`, 'text/html; charset=UTF-8')],
    ['without a label', answer('[{"id":"1"}]', '')],
    ['packed, although nobody asked', answer(gzipSync('[{"id":"1"}]'), 'application/json', 'gzip')],
    ['only labelled as packed', answer('[{"id":"1"}]', 'application/json', 'gzip')],
  ])('is read %s', (_how, given) => {
    expect(readJson(given, 1_000)).toEqual([{ id: '1' }]);
  });

  it('may be null after PHP notices', () => {
    expect(readJson(answer(`${NOTICE}null`), 1_000)).toBeNull();
  });
});
