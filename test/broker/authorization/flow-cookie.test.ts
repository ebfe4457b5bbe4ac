/** A sign-in is bound to its browser by a cookie of its own, and to Envoke's answer by a short state. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';

let broker: RunningBroker;
beforeEach(async () => {
  broker = await startBroker();
});
afterEach(() => broker.close());

const redeemed = async (client: TestClient, callback: string) => {
  const location = (await client.open(callback)).headers.get('location') ?? '';
  return (await client.redeem(new URL(location).searchParams.get('code') ?? '')).status;
};
const both = (one: TestClient, other: TestClient) => `${one.cookie}; ${other.cookie}`;

it('sends Envoke a state of 32 characters, another one each time', async () => {
  const states = new Set<string>();
  for (let time = 0; time < 5; time += 1) {
    const callback = await new TestClient(broker).reachCallback();
    states.add(new URLSearchParams(callback.split('?')[1]).get('state') ?? '');
  }
  expect(states.size).toBe(5);
  for (const state of states) expect(state).toMatch(/^[A-Za-z0-9_-]{32}$/);
});

it('keeps the flow in a cookie below the limit of every proxy, also for the longest request', async () => {
  const client = new TestClient(broker);
  await client.push({ state: 'x'.repeat(512), ui_locales: 'fr-CA '.repeat(10).trim() });
  expect(client.cookie).toMatch(/^__Host-/);
  expect(client.cookie.length).toBeLessThan(2_000);
});

it('lets two windows of one browser sign in, whichever finishes first', async () => {
  const [first, second] = [new TestClient(broker), new TestClient(broker)];
  const callbacks = [await first.reachCallback(), await second.reachCallback()];
  const cookie = both(first, second);
  for (const client of [first, second]) client.cookie = cookie;
  expect(await redeemed(second, callbacks[1] ?? '')).toBe(200);
  expect(await redeemed(first, callbacks[0] ?? '')).toBe(200);
});

it('removes the cookies of abandoned flows when there are too many', async () => {
  const client = new TestClient(broker);
  const older = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const other = new TestClient(broker);
      await other.push();
      return other.cookie;
    }),
  );
  const path = '/oauth/par';
  await client.push();
  const response = await client.postForm(path, client.parParameters(), {
    dpop: client.proof('POST', path),
    cookie: older.join('; '),
  });
  const cleared = response.headers.getSetCookie().filter((cookie) => cookie.includes('=;'));
  expect(cleared.map((cookie) => cookie.split('=')[0])).toEqual(
    older.slice(0, 3).map((cookie) => cookie.split('=')[0]),
  );
});

describe('an Envoke that changes or refuses the state', () => {
  it('lets a person sign in when it cuts the state after 32 characters', async () => {
    broker.envoke.modes.set({ stateMaxChars: 32 });
    expect((await new TestClient(broker).signIn()).token_type).toBe('DPoP');
  });

  it('refuses the sign-in when it cuts a shorter part, or refuses a state', async () => {
    broker.envoke.modes.set({ stateMaxChars: 31 });
    const client = new TestClient(broker);
    expect((await client.open(await client.reachCallback())).status).toBe(400);
    broker.envoke.modes.set({ stateMaxChars: 0, stateRefused: true });
    await expect(new TestClient(broker).signIn()).rejects.toThrow();
  });

  it.each([
    ['use-cookie', { stateDropped: true }],
    ['use-cookie', {}],
    ['send-none', { stateRefused: true }],
  ] as const)(
    'lets a person sign in with ENVOKE_MISSING_STATE=%s in the modes %j',
    async (setting, modes) => {
      await broker.restart({ ENVOKE_MISSING_STATE: setting });
      broker.envoke.modes.set(modes);
      expect((await new TestClient(broker).signIn()).token_type).toBe('DPoP');
    },
  );

  it('accepts a callback without state only in the browser that began', async () => {
    await broker.restart({ ENVOKE_MISSING_STATE: 'use-cookie' });
    broker.envoke.modes.set({ stateDropped: true });
    const client = new TestClient(broker);
    const callback = await client.reachCallback();
    client.cookie = '';
    expect((await client.open(callback)).status).toBe(400);
  });
});
