/** Which addresses count as one caller. */
import { expect, it } from 'vitest';
import { addressSubject } from '../../../broker/rate-limit/client-address.ts';

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
])('counts %s as it should', (_what, address, subject) => {
  expect(addressSubject(address)).toBe(subject);
});
