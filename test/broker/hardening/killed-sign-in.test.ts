/** `kill -9` at each point of a sign-in: after the next start there is no half row, no plain token, and people can sign in. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Envoke } from '../../envoke/envoke.ts';
import { TestClient, type Tokens } from '../test-client.ts';
import { type ChildBroker, createChildBroker } from './child-broker.ts';

const TOKEN_PATH = '/ext/oauth/access_token';

let envoke: Envoke;
let broker: ChildBroker;

beforeAll(async () => {
  broker = await createChildBroker();
  ({ envoke } = broker);
  await broker.start();
}, 30_000);
afterAll(() => broker.remove());

/** Each delay gives the broker time to reach this point, and Envoke time to hold it there. */
const POINTS: [when: string, holdUp: () => void, reached: (tokensBefore: number) => boolean][] = [
  [
    'before Envoke has seen the code',
    () => envoke.modes.set({ only: TOKEN_PATH, slowMs: 400 }),
    () => envoke.requests.count('POST', TOKEN_PATH) > 0,
  ],
  [
    'after Envoke has spent the code, before its answer',
    () => envoke.modes.set({ only: TOKEN_PATH, slowAnswerMs: 400 }),
    (tokensBefore) => envoke.grants.accessTokens().length > tokensBefore,
  ],
  [
    'with the token in hand, before it is stored',
    () => envoke.modes.set({ only: '/v1/settings', slowMs: 400 }),
    () => envoke.requests.count('GET', '/v1/settings') > 0,
  ],
];

async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await sleep(2);
}

async function expectSound(): Promise<void> {
  await broker.start();
  const files = broker.files();
  for (const secret of envoke.grants.accessTokens()) expect(files.includes(secret)).toBe(false);
  const client = new TestClient(broker);
  const { access_token } = await client.signIn();
  expect((await client.call(access_token, '/v1/account')).status).toBe(200);
  const { sessions } = (await (await client.call(access_token, '/v1/sessions')).json()) as {
    sessions: unknown[];
  };
  expect(sessions).toHaveLength(1);
  expect((await client.revoke(access_token)).status).toBe(200);
}

it.each(POINTS)(
  'loses nothing when the broker is killed %s',
  { timeout: 60_000 },
  async (_when, holdUp, reached) => {
    const client = new TestClient(broker);
    const code = (await client.handOff()).searchParams.get('code') ?? '';
    await client.redeem('nothing');
    envoke.requests.clear();
    const before = envoke.grants.accessTokens().length;
    holdUp();
    const answer = client.redeem(code).catch(() => undefined);
    await until(() => reached(before));
    await broker.kill();
    expect(await answer).toBeUndefined();
    envoke.modes.reset();
    await expectSound();
    // The code was claimed before it was used: whatever happened to it, it is not used again.
    envoke.requests.clear();
    expect((await client.redeem(code)).status).toBe(400);
    expect(envoke.requests.count('POST', TOKEN_PATH)).toBe(0);
  },
);

it('loses nothing when the broker is killed at any moment', { timeout: 60_000 }, async () => {
  const client = new TestClient(broker);
  const code = (await client.handOff()).searchParams.get('code') ?? '';
  const answer = client.redeem(code).catch(() => undefined);
  await sleep(10);
  await broker.kill();
  const response = await answer;
  const tokens = (await response?.json().catch(() => undefined)) as Tokens | undefined;
  await broker.start();
  if (response?.status === 200 && tokens !== undefined)
    expect((await client.call(tokens.access_token, '/v1/account')).status).toBe(200);
  const next = new TestClient(broker);
  const { access_token } = await next.signIn();
  expect((await next.call(access_token, '/v1/account')).status).toBe(200);
});
