/** The list of devices names a browser as a person would, and stores nothing else of the header. */
import { expect, it } from 'vitest';
import { browserName } from '../../../broker/session/browser-name.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0';

it.each([
  ['Chrome on Windows', `${CHROME} Safari/537.36`],
  ['Edge on Windows', `${CHROME} Safari/537.36 Edg/156.0.0.0`],
  ['Opera on Windows', `${CHROME} Safari/537.36 OPR/130.0.0.0`],
  [
    'Firefox on macOS',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:153.0) Gecko/20100101 Firefox/153.0',
  ],
  ['Chrome on Linux', 'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/156.0.0.0 Safari/537.36'],
  ['Chrome on Android', 'Mozilla/5.0 (Linux; Android 16) Chrome/156.0.0.0 Mobile Safari/537.36'],
  ['Browser', ''],
  ['Browser', '\u001b[31m\r\nlevel=fatal <script>alert(1)</script>'],
  ['Browser', `${'x'.repeat(600)} Firefox/153.0 Windows`],
])('names "%s"', (name, userAgent) => {
  expect(browserName(userAgent)).toBe(name);
});
