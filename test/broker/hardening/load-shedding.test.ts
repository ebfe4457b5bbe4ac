/** Too much at once: the broker says when to come back, does not fall over, and recovers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';
import { openSocket } from './raw-request.ts';

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker({ env: { MAX_REQUESTS_IN_FLIGHT: '4' } });
});
afterAll(() => broker.close());

it('answers 503 with Retry-After past its limit, and works again afterwards', async () => {
  const client = new TestClient(broker);
  const { access_token } = await client.signIn();
  broker.envoke.requests.clear();
  broker.envoke.modes.set({ only: '/v1/contacts', slowMs: 1_000 });
  const search = (text: string) => client.call(access_token, `/v1/contacts?search=${text}`);
  const underWay = ['a', 'b', 'c', 'd'].map((letter) => search(`${letter}@example.ca`));
  while (broker.envoke.requests.count('GET', '/v1/contacts') < 4) await sleep(5);
  const refused = await search('e@example.ca');
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await fetch(`${broker.url}/livez`)).status).toBe(200);
  expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  broker.envoke.modes.reset();
  expect((await search('e@example.ca')).status).toBe(200);
});

it('keeps half of its places for signed-in people, however many strangers are slow', async () => {
  const client = new TestClient(broker);
  const { access_token } = await client.signIn();
  const lines = ['POST /oauth/par HTTP/1.1', 'Host: 127.0.0.1', 'Content-Length: 1000'];
  const head = `${lines.join('\r\n')}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nclient_id=`;
  const strangers = Array.from({ length: 4 }, () => openSocket(broker.url).resume());
  for (const stranger of strangers) stranger.write(head);
  await expect.poll(async () => (await client.postForm('/oauth/par', {})).status).toBe(503);
  expect((await client.call(access_token, '/v1/account')).status).toBe(200);
  for (const stranger of strangers) stranger.destroy();
  await expect.poll(async () => (await client.postForm('/oauth/par', {})).status).toBe(400);
});

it('leaves room for other accounts when the devices of one wait for a slow Envoke', {
  timeout: 30_000,
}, async () => {
  await broker.restart({ MAX_REQUESTS_IN_FLIGHT: '1000' });
  const [first, second] = broker.envoke.accounts;
  const signIn = async (accountId = '') => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn({ accountId });
    return (text: string) => client.call(access_token, `/v1/contacts?search=${text}@example.ca`);
  };
  const devices = await Promise.all(Array.from({ length: 12 }, () => signIn(first?.id)));
  const other = await signIn(second?.id);
  broker.envoke.requests.clear();
  broker.envoke.modes.set({ only: '/v1/contacts', slowMs: 3_000 });
  const slow = devices.flatMap((search, device) =>
    Array.from({ length: 8 }, (_, index) => search(`person-${device}-${index}`)),
  );
  await expect.poll(() => broker.envoke.requests.count('GET', '/v1/contacts')).toBe(16);
  broker.envoke.modes.reset();
  const startedAt = performance.now();
  expect((await other('somebody')).status).toBe(200);
  expect(performance.now() - startedAt).toBeLessThan(1_500);
  expect((await Promise.all(slow)).every(({ status }) => status === 200)).toBe(true);
});
