/** A build is for one broker, or for any; an address that cannot be one is refused in a sentence. */
import { expect, it } from 'vitest';
import { builtInBroker } from '../../scripts/extension/built-in-broker.ts';
import { runScript } from '../../scripts/processes/run-tool.ts';

it.each([
  'banana',
  'broker.example.ca',
  'http://broker.example.ca',
  'https://broker.example.ca/path',
  'https://broker.example.ca?x=1',
  'https://*.example.ca',
])('refuses to build for %j, and names the setting', (BROKER_URL) => {
  expect(() => builtInBroker({ BROKER_URL })).toThrow(/^Set BROKER_URL to the https address of your broker/);
});

it.each([
  [undefined, undefined],
  ['', undefined],
  ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['https://broker.example.ca', 'https://broker.example.ca'],
  ['https://broker.example.ca/', 'https://broker.example.ca'],
])('builds for %j', (BROKER_URL, origin) => {
  expect(builtInBroker({ BROKER_URL })).toBe(origin);
});

it('says in one line what is wrong with BROKER_URL, before anything is built', async () => {
  const { ok, output } = await runScript('scripts/extension/build-all.ts', [], {
    env: { BROKER_URL: 'banana' },
  });
  expect(ok).toBe(false);
  expect(output).toMatch(/^Set BROKER_URL .*\n$/);
});
