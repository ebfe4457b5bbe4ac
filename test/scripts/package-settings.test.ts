/** A package for the stores has a broker of its own, or is not made. */
import { expect, it } from 'vitest';
import { packageSettings } from '../../scripts/package/package-settings.ts';

const BROKER_URL = 'https://broker.example.ca';

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
  'https:\\\\broker.example.ca',
])('refuses to package for %j, and says what to set', (given) => {
  expect(() => packageSettings({ BROKER_URL: given })).toThrow(
    /^Set BROKER_URL to the https address of your broker/,
  );
});

it.each(['http://example.ca', 'example.ca', 'javascript:alert(1)'])(
  'refuses %j as the page about the extension',
  (HOMEPAGE_URL) => {
    expect(() => packageSettings({ BROKER_URL, HOMEPAGE_URL })).toThrow(
      /^Set HOMEPAGE_URL to an https address/,
    );
  },
);

it('packages for the https address of a broker, with or without a page about the extension', () => {
  expect(packageSettings({ BROKER_URL, PATH: '/bin' })).toEqual({ BROKER_URL });
  const HOMEPAGE_URL = 'https://example.ca/contacts';
  expect(packageSettings({ BROKER_URL, HOMEPAGE_URL })).toEqual({ BROKER_URL, HOMEPAGE_URL });
});
