/** The one door for addresses: what people really paste, and what must never pass. */
import { describe, expect, it } from 'vitest';
import { EMAIL_FAULTS, isReadEmail, readEmail, showEmail } from '../../shared/email-address.ts';
import { emailKey, isSameEmail } from '../../shared/email-key.ts';
import { ONE_EMAIL as ONE, EMAIL_WAYS as WAYS } from '../email-ways.ts';

describe('an address that nobody could reach', () => {
  it.each([
    ['', 'empty'],
    ['   \u200b', 'empty'],
    ['jane.roe', 'no-at'],
    ['jane at lake.example.ca', 'no-at'],
    ['@lake.example.ca', 'no-local'],
    ['"jane roe"@lake.example.ca', 'no-local'],
    ['jane@', 'domain'],
    ['jane@lake', 'domain'],
    ['jane@localhost', 'domain'],
    ['jane@192.168.0.1', 'domain'],
    ['jane@[192.168.0.1]', 'blank'],
    ['jane@-lake.example.ca', 'domain'],
    ['jane@lake-.example.ca', 'domain'],
    ['jane@lake.example.c', 'domain'],
    ['jane@lake.example.123', 'domain'],
    ['.jane@lake.example.ca', 'dots'],
    ['jane.@lake.example.ca', 'dots'],
    ['jane..roe@lake.example.ca', 'dots'],
    ['jane@lake..example.ca', 'dots'],
    ['jane@.example.ca', 'dots'],
    ['jane\ufffdroe@lake.example.ca', 'character'],
    ['jane\\roe@lake.example.ca', 'character'],
    ['jane@lake_shore.example.ca', 'character'],
    ['jane@lake.example.ca:25', 'character'],
    ['https://jane@lake.example.ca/x', 'character'],
    ['jane@@lake.example.ca', 'several'],
    ['jane@roe@lake.example.ca', 'several'],
    ['jane@lake.example.ca, ann@lake.example.ca', 'several'],
    ['jane@lake.example.ca <ann@lake.example.ca>', 'several'],
    ['jane roe@lake.example.ca', 'blank'],
    ['Jane <jane roe@lake.example.ca>', 'blank'],
    ['jane@lake. example.ca', 'blank'],
    ['jаne@lake.example.ca', 'mixed-letters'],
    ['jane@lаke.example.ca', 'mixed-letters'],
    [`${'j'.repeat(65)}@lake.example.ca`, 'too-long'],
    [`jane@${'lake.'.repeat(60)}example.ca`, 'too-long'],
    ['x'.repeat(3_000), 'too-long'],
  ] as const)('%j is refused as "%s"', (given, fault) => {
    expect(readEmail(given)).toEqual({ ok: false, fault });
  });

  it('is refused with a reason of the list, whatever the text', () => {
    for (let code = 0; code < 0x3100; code += 7) {
      const reading = readEmail(`${String.fromCharCode(code)}@${String.fromCharCode(code)}`);
      if (!reading.ok) expect(EMAIL_FAULTS).toContain(reading.fault);
    }
  });
});

describe('one address', () => {
  it.each(WAYS)('is found when written %s', (_what, given, name = '') => {
    expect(readEmail(given)).toEqual({ ok: true, email: ONE, key: ONE, name });
  });

  it.each([
    ['Jane.Roe+news@Lake.Example.ca', 'Jane.Roe+news@lake.example.ca', 'jane.roe+news@lake.example.ca'],
    ['o’neil@lake.example.ca', "o'neil@lake.example.ca", "o'neil@lake.example.ca"],
    ['jean‑luc@lake.example.ca', 'jean-luc@lake.example.ca', 'jean-luc@lake.example.ca'],
    ['zoe@côte.example.ca', 'zoe@côte.example.ca', 'zoe@xn--cte-kna.example.ca'],
    ['zoe@co\u0302te.example.ca', 'zoe@côte.example.ca', 'zoe@xn--cte-kna.example.ca'],
    ['zoe@CÔTE.example.ca', 'zoe@côte.example.ca', 'zoe@xn--cte-kna.example.ca'],
    ['zoe@xn--cte-kna.example.ca', 'zoe@côte.example.ca', 'zoe@xn--cte-kna.example.ca'],
    ['rene\u0301@lake.example.ca', 'rené@lake.example.ca', 'rené@lake.example.ca'],
    ['用户@例え.テスト', '用户@例え.テスト', '用户@xn--r8jz45g.xn--zckzah'],
    ['!#$%&*+/=?^_{}~@lake.example.ca', '!#$%&*+/=?^_{}~@lake.example.ca', '!#$%&*+/=?^_{}~@lake.example.ca'],
  ])('%s is kept as %s and compared as %s', (given, email, key) => {
    expect(readEmail(given)).toMatchObject({ ok: true, email, key });
    expect(emailKey(given)).toBe(key);
  });

  it('is unchanged when it is read again', () => {
    for (const [, given] of WAYS) {
      const reading = readEmail(given);
      if (reading.ok) expect(readEmail(reading.email)).toEqual({ ...reading, name: '' });
    }
  });
});

describe('what has passed the door', () => {
  it.each([
    'jane.roe@lake.example.ca',
    'Jane.Roe@LAKE.example.ca',
    'zoe@côte.example.ca',
    'zoe@xn--cte-kna.example.ca',
    "o'neil+tag@lake.example.ca",
  ])('is recognised by its form: %s', (email) => expect(isReadEmail(email)).toBe(true));

  it.each(
    WAYS.filter(([what]) => !/^as it is|capitals$/.test(what)).concat([
      ['in capitals as a link', `MAILTO:${ONE}`],
    ]),
  )('is not an address written %s', (_what, given) => expect(isReadEmail(given)).toBe(false));

  it.each([
    'jane@lake。ca',
    '.jane@lake.example.ca',
    'rene\u0301@lake.example.ca',
    'jane\u202e@lake.example.ca',
  ])('is not %j', (given) => expect(isReadEmail(given)).toBe(false));
});

it('shows a domain in the letters that people read, and hides nothing else', () => {
  expect(showEmail('zoe@xn--cte-kna.example.ca')).toBe('zoe@côte.example.ca');
  expect(showEmail('lo\u200bcal@lake.example.ca')).toBe('lo\u200bcal@lake.example.ca');
  expect(showEmail('not an address')).toBe('not an address');
  // A domain that would read as another one stays as it is.
  expect(showEmail('jane@xn--lke-7cd.example.ca')).toBe('jane@xn--lke-7cd.example.ca');
  expect(showEmail('jane@xn--999999999.example.ca')).toBe('jane@xn--999999999.example.ca');
});

it('compares what Envoke holds with what was typed, unseen characters aside', () => {
  expect(isSameEmail('lo\u200bcal@lake.example.ca', 'LOCAL@Lake.Example.ca')).toBe(true);
  expect(isSameEmail('local@lake.example.ca', 'local+1@lake.example.ca')).toBe(false);
});
