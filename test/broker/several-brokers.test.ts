/** Several brokers on one PostgreSQL, behind a balancer that sends each step to another one; and one of them is killed. */
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createDatabase } from '../postgres.ts';
import { sharedKeys } from './broker-settings.ts';
import { createChildBroker } from './hardening/child-broker.ts';
import { type RunningBroker, startBroker } from './running-broker.ts';
import { TabClient } from './tab-client.ts';
import { TestClient, type Tokens } from './test-client.ts';

let first: RunningBroker;
let second: RunningBroker;
let shared: Record<string, string>;
const realClock = { now: Date.now, advance: () => undefined };

beforeAll(async () => {
  shared = {
    ...sharedKeys(),
    DATABASE_URL: await createDatabase(),
    RATE_SIGN_IN_PER_MINUTE: '100000',
  };
  first = await startBroker({ env: shared, clock: realClock });
  second = await startBroker({ env: { ...shared, PUBLIC_URL: first.url }, beside: first });
}, 60_000);
afterAll(async () => {
  await second.close();
  await first.close();
});

const originOf = (broker: RunningBroker) => broker.app.listeningOrigin;

/** Each request of this client goes to the other broker than the one before. */
class BalancedClient extends TestClient {
  #turn = 0;
  override postForm(...given: Parameters<TestClient['postForm']>) {
    this.#turns();
    return super.postForm(...given);
  }
  override open(...given: Parameters<TestClient['open']>) {
    this.#turns();
    return super.open(...given);
  }
  override call(...given: Parameters<TestClient['call']>) {
    this.#turns();
    return super.call(...given);
  }
  #turns() {
    this.#turn += 1;
    this.origin = originOf(this.#turn % 2 === 0 ? first : second);
  }
}

it('signs a person in when every step reaches another broker', async () => {
  const client = new BalancedClient(first);
  const { access_token } = await client.signIn();
  for (let turn = 0; turn < 4; turn += 1) {
    expect((await client.call(access_token, '/v1/account')).status).toBe(200);
  }
});

it('signs a person in by a tab when one broker takes the answer and another one is asked for it', async () => {
  const client = new TabClient(first);
  client.origin = originOf(second);
  const callback = await client.reachCallback();
  client.origin = originOf(first);
  client.keepCookie(await client.open(callback));
  client.origin = originOf(second);
  expect((await client.poll()).status).toBe(200);
});

it('refuses on one broker the proof that another has seen', async () => {
  const client = new TestClient(first);
  const { access_token } = await client.signIn();
  const proof = client.proof('GET', '/v1/account', access_token);
  expect((await client.call(access_token, '/v1/account', { proof })).status).toBe(200);
  client.origin = originOf(second);
  expect((await client.call(access_token, '/v1/account', { proof })).status).toBe(401);
});

it('makes one session from 20 token requests that reach both brokers at once', async () => {
  const client = new TestClient(first);
  const code = (await client.handOff()).searchParams.get('code') ?? '';
  const before = first.envoke.requests.count('POST', '/ext/oauth/access_token');
  const clients = Array.from({ length: 20 }, (_, index) =>
    Object.assign(new TestClient(first, client.key), {
      verifier: client.verifier,
      origin: originOf(index % 2 ? first : second),
    }),
  );
  const answers = await Promise.all(clients.map((one) => one.redeem(code)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(first.envoke.requests.count('POST', '/ext/oauth/access_token')).toBe(before + 1);
  const tokens = (await answers.find(({ status }) => status === 200)?.json()) as Tokens;
  expect((await client.call(tokens.access_token, '/v1/account')).status).toBe(200);
});

it('refuses everywhere at once a session that one broker has ended', async () => {
  const client = new TestClient(first);
  const { access_token } = await client.signIn();
  await client.revoke(access_token);
  client.origin = originOf(second);
  expect((await client.call(access_token, '/v1/account')).status).toBe(401);
});

it('adds up the rate limits of all brokers', async () => {
  const client = new TestClient(first);
  const { access_token } = await client.signIn();
  await Promise.all([first, second].map((broker) => broker.restart({ RATE_SESSION_PER_MINUTE: '40' })));
  const call = async (broker: RunningBroker) => {
    client.origin = originOf(broker);
    return (await client.call(access_token, '/v1/account')).status;
  };
  for (let turn = 0; turn < 35; turn += 1) expect(await call(first)).toBe(200);
  await expect
    .poll(async () => {
      const [row] = await first.app.database.all('SELECT MAX(requests) AS most FROM rate_counts');
      return Number(row?.most);
    })
    .toBeGreaterThanOrEqual(35);
  await call(second);
  await expect.poll(() => call(second), { timeout: 5_000 }).toBe(429);
});

it('loses no session and no sign-in under way when a broker is killed', { timeout: 60_000 }, async () => {
  const killed = await createChildBroker({ envoke: first.envoke, url: first.url, env: shared });
  onTestFinished(() => killed.remove());
  await killed.start();
  const client = new TestClient(first);
  client.origin = killed.origin;
  const { access_token } = await client.signIn();
  const underWay = new TestClient(first);
  underWay.origin = killed.origin;
  const code = (await underWay.handOff()).searchParams.get('code') ?? '';
  const traffic = Promise.allSettled(
    Array.from({ length: 10 }, () => client.call(access_token, '/v1/account')),
  );
  await killed.kill();
  await traffic;
  client.origin = originOf(second);
  underWay.origin = originOf(second);
  expect((await client.call(access_token, '/v1/account')).status).toBe(200);
  expect((await underWay.redeem(code)).status).toBe(200);
  await killed.start();
  client.origin = killed.origin;
  expect((await client.call(access_token, '/v1/account')).status).toBe(200);
});
