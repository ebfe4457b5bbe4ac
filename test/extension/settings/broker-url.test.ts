/** What may be a broker's address. */
import { describe, expect, it } from 'vitest';
import { hostPattern, parseBrokerUrl } from '../../../extension/lib/settings/broker-url.ts';

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

  it.each([
    ['https://broker.example.ca', 'https://broker.example.ca'],
    [' https://Broker.Example.ca/ ', 'https://broker.example.ca'],
    ['https://broker.example.ca:8443', 'https://broker.example.ca:8443'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://localhost:8787/', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
  ])('takes %s', (address, origin) => {
    expect(parseBrokerUrl(address)).toBe(origin);
  });

  it('asks for permission by host, since patterns know no port', () => {
    expect(hostPattern('https://broker.example.ca:8443')).toBe('https://broker.example.ca/*');
  });
});
