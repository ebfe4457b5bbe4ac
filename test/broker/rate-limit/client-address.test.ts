/** Which addresses count as one caller. */
import { expect, it } from 'vitest';
import {
  clientSubject,
  createProxyTrust,
  limitedAddress,
  parseAddress,
} from '../../../broker/rate-limit/client-address.ts';

it.each([
  ['an IPv4 address', '198.51.100.7', '198.51.100.7'],
  ['an IPv4 address mapped into IPv6', '::ffff:198.51.100.7', '198.51.100.7'],
  ['the same, spelled in hexadecimal', '::ffff:c633:6407', '198.51.100.7'],
  ['an IPv6 address', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['another one of the same network', '2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['the same, spelled at length and in capitals', '2001:0DB8:0001:0002:0:0:0:1', '2001:db8:1:2::/64'],
  ['one of the next network', '2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['one with a zone', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['this machine', '::1', '0:0:0:0::/64'],
])('counts %s correctly', (_what, address, subject) => {
  expect(limitedAddress(address)).toBe(subject);
});

it.each([
  ['a port, as Azure Application Gateway writes it', '203.0.113.8:40001', '203.0.113.8'],
  ['brackets and a port', '[2001:db8::1]:443', '2001:db8::1'],
  ['brackets alone', '[2001:db8::1]', '2001:db8::1'],
  ['quotes, as in Forwarded', '"[2001:db8::1]:4711"', '2001:db8::1'],
  ['blanks around it', ' 203.0.113.8 ', '203.0.113.8'],
  ['a zone', 'fe80::1%eth0', 'fe80::1'],
])('reads an address with %s', (_what, written, address) => {
  expect(parseAddress(written)).toBe(address);
});

it.each([
  undefined,
  '',
  'unknown',
  '_hidden',
  'proxy.example.ca',
  '203.0.113.8:port',
  '999.1.1.1',
  '[::1',
  '1.2.3.4.5:80',
])('finds no address in %j', (written) => {
  expect(parseAddress(written)).toBeUndefined();
});

it('counts the proxy when what it wrote is no address', () => {
  expect(clientSubject(['10.0.0.1', '_hidden'])).toBe('10.0.0.1');
  expect(clientSubject(['10.0.0.1', '10.0.0.2:8443', 'unknown'])).toBe('10.0.0.2');
});

it('counts one caller, whatever port each connection comes from', () => {
  const subjects = [40_001, 40_002].map((port) => clientSubject(['10.0.0.1', `203.0.113.8:${port}`]));
  expect(new Set(subjects)).toEqual(new Set(['203.0.113.8']));
});

it('trusts a proxy in every spelling of its address, and no other', () => {
  const isTrusted = createProxyTrust(['10.0.0.0/8', '2001:db8:1::/48']);
  for (const written of ['10.1.2.3', '::ffff:10.1.2.3', '10.1.2.3:8443', '[2001:db8:1::7]:443'])
    expect(isTrusted(written), written).toBe(true);
  for (const written of ['11.1.2.3', '2001:db8:2::1', '_hidden', '', '10.1.2'])
    expect(isTrusted(written), written).toBe(false);
});
