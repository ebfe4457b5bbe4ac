/** A valid broker address: never one that the browser would turn into another address. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiBrokerUrl, hostPattern, parseBrokerUrl } from '../../../extension/lib/settings/broker-url.ts';

/** The kinds that lists of open-redirect payloads are made of. */
const RESPELLED = [
  'https:\\\\evil.example',
  'https:/\\evil.example',
  'https:/evil.example',
  'https:evil.example',
  'https:///evil.example',
  'https:////evil.example',
  '//evil.example',
  'https://evil.example\\',
  'https://evil.example//',
  'https://evil.example/.',
  'https://evil.example/%2e%2e',
  'https://evil.example?',
  'https://evil.example#',
  'https://evil.example;',
  'https://evil.example:',
  'https://evil.example:443',
  'https://evil.example:08443',
  'https://ev\til.example',
  'https://ev\nil.example',
  'h\rttps://evil.example',
  'https://evil.example\n',
  ' https://evil.example',
  '\u0000https://evil.example',
  '\ufeffhttps://evil.example',
  'https://evil.example\u2028',
  'https://evil%2eexample',
  'https://evil.example%00',
  'HTTPS://evil.example',
  'https://Evil.example',
  'https://evil.example.',
  'https://evil..example',
  'https://.evil.example',
  'https://@evil.example',
  'https://:@evil.example',
  'https://broker.example.ca@evil.example',
  'https://*.example.ca',
  'https://*',
  'https://evil_.example',
  "https://evil'.example",
  'https://-evil.example',
  'https://2130706433',
  'https://0x7f.1',
  'https://127.1',
  'https://0127.0.0.1',
  'https://[::ffff:127.0.0.1]',
  'https://[0:0::1]',
  'https://\uff45vil.example',
  'https://\u24d4vil.example',
  'https://evil\u3002example',
  'https://evil\uff0eexample',
  'https://evil\uff61example',
  'https://evil\u2024example',
  'https://e\u00advil.example',
  'https://e\u200dvil.example',
  'https://evil.c\u2100.example.ca',
  'https://\u017fecure.example',
  'https://Br\u00f6ker.example',
  'https://bro\u0308ker.example',
  'http://localhost.',
  'http://127.0.0.1.evil.example',
  'blob:https://evil.example',
  'javascript://evil.example/%0aalert(1)',
];
const PARTS = [
  '',
  '/',
  '\\',
  '//',
  '.example',
  '@evil.example',
  ':443',
  '?',
  '#',
  '%2e',
  '\u3002',
  '\t',
  '*.',
];

describe('the broker address', () => {
  it.each([
    ['nothing', ''],
    ['words', 'our broker'],
    ['plain http away from this machine', 'http://broker.example.ca'],
    ['a host that only begins like this machine', 'http://127.0.0.1.example.ca'],
    ['another scheme', 'ftp://broker.example.ca'],
    ['a script', 'javascript:alert(1)'],
    ['a user name', 'https://someone@broker.example.ca'],
    ['a password', 'https://a:b@broker.example.ca'],
    ['a path', 'https://broker.example.ca/api'],
    ['a query', 'https://broker.example.ca/?x=1'],
    ['a fragment', 'https://broker.example.ca/#x'],
  ])('refuses %s', (_what, address) => {
    expect(parseBrokerUrl(address)).toBeNull();
  });

  it.each(RESPELLED)('refuses %j, which a browser would take for another address', (address) => {
    expect(parseBrokerUrl(address)).toBeNull();
    expect(asciiBrokerUrl(address)).toBeNull();
  });

  it('takes only what a browser leaves as it is, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...PARTS), (text, part) => {
        for (const address of [`https://${text}${part}`, `https:${part}${text}`, `${part}${text}`]) {
          const taken = parseBrokerUrl(address);
          if (taken !== null) expect([address, `${taken}/`]).toContain(new URL(taken).href);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['https://broker.example.ca', 'https://broker.example.ca'],
    ['https://broker.example.ca/', 'https://broker.example.ca'],
    ['https://broker.example.ca:8443', 'https://broker.example.ca:8443'],
    ['https://xn--brker-kua.example.ca', 'https://xn--brker-kua.example.ca'],
    ['https://192.0.2.7', 'https://192.0.2.7'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://localhost:8787/', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
  ])('takes %s', (address, origin) => {
    expect(parseBrokerUrl(address)).toBe(origin);
    expect(asciiBrokerUrl(address)).toBeNull();
  });

  it.each([
    ['https://bröker.example.ca', 'https://xn--brker-kua.example.ca'],
    ['https://courriels.québec/', 'https://courriels.xn--qubec-csa'],
    ['https://例え.テスト:8443', 'https://xn--r8jz45g.xn--zckzah:8443'],
    // A Cyrillic letter that looks like the Latin one.
    ['https://br\u043eker.example.ca', 'https://xn--brker-kye.example.ca'],
  ])('does not take %s by itself: it offers the ASCII form', (address, ascii) => {
    expect(parseBrokerUrl(address)).toBeNull();
    expect(asciiBrokerUrl(address)).toBe(ascii);
    expect(parseBrokerUrl(ascii)).toBe(ascii);
  });

  it('asks for permission by host, since patterns know no port', () => {
    expect(hostPattern('https://broker.example.ca:8443')).toBe('https://broker.example.ca/*');
  });
});
