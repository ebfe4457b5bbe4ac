/** Several brokers on one PostgreSQL, behind a balancer that sends each step to another one; and one of them is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newSigningKey, newVaultKey } from '../../broker/keys/key-file.ts';
import { freePort } from '../free-port.ts';
import { createDatabase } from '../postgres.ts';
import { type RunningBroker, startBroker } from './running-broker.ts';
import { TestClient, type Tokens } from './test-client.ts';

let first: RunningBroker;
let second: RunningBroker;
let shared: Record<string, string>;
const realClock = { now: Date.now, advance: () => undefined };

beforeAll(async () => {
  const vault = newVaultKey();
  shared = {
    DATABASE_URL: await createDatabase(),
    SESSION_SIGNING_KEYS: JSON.stringify({ keys: [newSigningKey()] }),
    VAULT_KEYS: JSON.stringify({ [vault.kid]: vault.key }),
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
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  const port = await freePort();
  const [envokeClient] = first.envoke.clients;
  const start = () =>
    startProcess({
      ...shared,
      PUBLIC_URL: first.url,
      PORT: String(port),
      ENVOKE_BASE_URL: first.envoke.url,
      ENVOKE_CLIENT_ID: envokeClient?.clientId ?? '',
      ENVOKE_CLIENT_SECRET: envokeClient?.clientSecret ?? '',
      DATA_DIR: folder,
    });
  let killed = await start();
  try {
    const client = new TestClient(first);
    client.origin = `http://127.0.0.1:${port}`;
    const { access_token } = await client.signIn();
    const underWay = new TestClient(first);
    underWay.origin = client.origin;
    const code = (await underWay.handOff()).searchParams.get('code') ?? '';
    const traffic = Promise.allSettled(
      Array.from({ length: 10 }, () => client.call(access_token, '/v1/account')),
    );
    killed.kill('SIGKILL');
    await traffic;
    client.origin = originOf(second);
    underWay.origin = originOf(second);
    expect((await client.call(access_token, '/v1/account')).status).toBe(200);
    expect((await underWay.redeem(code)).status).toBe(200);
    killed = await start();
    client.origin = `http://127.0.0.1:${port}`;
    expect((await client.call(access_token, '/v1/account')).status).toBe(200);
  } finally {
    killed.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

function startProcess(env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['broker/server.ts'], {
    env: { ...env, PATH: process.env.PATH ?? '' },
  });
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr.on('data', (data) => {
      told += data;
    });
    child.stdout.on('data', (data) => {
      if (String(data).includes('broker listens')) resolve(child);
    });
    child.once('exit', () => reject(new Error(`the broker ended: ${told}`)));
  });
}
