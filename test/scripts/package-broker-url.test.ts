/** A package for the stores has a broker of its own, or is not made. */
import { expect, it } from 'vitest';
import { packageBrokerUrl } from '../../scripts/package/package-broker-url.ts';

it.each([
  undefined,
  '',
  'http://127.0.0.1:8787',
  'http://broker.example.ca',
  'https://broker.example.ca/',
  'https://broker.example.ca/path',
  'https://Broker.example.ca',
  'broker.example.ca',
  'https://*.example.ca',
])('refuses to package for %j, and says what to set', (given) => {
  expect(() => packageBrokerUrl(given)).toThrow(/^Set BROKER_URL to the https address of your broker/);
});

it('packages for the https address of a broker', () => {
  expect(packageBrokerUrl('https://broker.example.ca')).toBe('https://broker.example.ca');
});
