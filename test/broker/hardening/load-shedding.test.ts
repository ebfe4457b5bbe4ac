/** Too much at once: the broker says when to come back, does not fall over, and recovers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker({ env: { MAX_REQUESTS_IN_FLIGHT: '4' } });
});
afterAll(() => broker.close());

it('answers 503 with Retry-After past its limit, lives on, and works again afterwards', async () => {
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
