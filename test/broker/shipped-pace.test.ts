/** At the pace that ships, one call a second after a burst of ten: a person's newest question does not wait for old ones. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningBroker, startBroker } from './running-broker.ts';
import { TestClient } from './test-client.ts';

const SHIPPED = { ENVOKE_REQUESTS_PER_SECOND: '1', ENVOKE_BURST: '10' };

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker({ env: SHIPPED });
});
afterAll(() => broker.close());

const calls = () => broker.envoke.requests.count('GET', '/v1/contacts');

it('cancels overtaken searches: none of those that waited is sent', async () => {
  const client = new TestClient(broker);
  const { access_token } = await client.signIn();
  broker.envoke.requests.clear();
  const search = (text: string, signal?: AbortSignal) =>
    client.call(access_token, `/v1/contacts?search=${text}`, signal === undefined ? {} : { signal });
  const overtaken = new AbortController();
  const letters = Array.from({ length: 40 }, (_, at) => search(`a${at}`, overtaken.signal));
  // Each is refused by its own abort; the ten of the burst may have been answered.
  const ended = Promise.allSettled(letters);
  await expect.poll(calls, { timeout: 5_000 }).toBeGreaterThanOrEqual(9);
  overtaken.abort();
  await ended;
  const startedAt = performance.now();
  expect((await search('ana')).status).toBe(200);
  // The next place, and not the place after forty.
  expect(performance.now() - startedAt).toBeLessThan(8_000);
  expect(calls()).toBeLessThanOrEqual(16);
}, 30_000);

it('answers a search at once while many addresses of a page are looked up', async () => {
  const client = new TestClient(broker);
  const { access_token } = await client.signIn();
  const emails = (group: number) => Array.from({ length: 90 }, (_, at) => `p${group}-${at}@example.ca`);
  const lookUps = Array.from({ length: 12 }, (_, group) =>
    client.call(access_token, '/v1/contacts/lookup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ emails: emails(group) }),
    }),
  );
  const settled = Promise.allSettled(lookUps);
  const before = calls();
  await expect.poll(calls, { timeout: 5_000 }).toBeGreaterThan(before);
  const startedAt = performance.now();
  expect((await client.call(access_token, '/v1/contacts?search=ana')).status).toBe(200);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  await settled;
}, 60_000);

it('answers a search at once while the ends of consent are read, page after page', async () => {
  const client = new TestClient(broker);
  const { access_token } = await client.signIn();
  const pages = Array.from({ length: 20 }, () => client.call(access_token, '/v1/contacts/consent-ends'));
  const settled = Promise.allSettled(pages);
  const before = calls();
  await expect.poll(calls, { timeout: 5_000 }).toBeGreaterThan(before);
  const startedAt = performance.now();
  expect((await client.call(access_token, '/v1/contacts?search=ana')).status).toBe(200);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  await settled;
}, 60_000);
