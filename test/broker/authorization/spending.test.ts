/** Envoke's code is used once, whatever happens at the same moment, in between or later. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRunningClock, type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient, type Tokens } from '../test-client.ts';

let broker: RunningBroker;
beforeEach(async () => {
  broker = await startBroker({ env: { RATE_SIGN_IN_PER_MINUTE: '100000' }, clock: createRunningClock() });
});
afterEach(() => broker.close());

const exchanges = () => broker.envoke.requests.count('POST', '/ext/oauth/access_token');
const sessions = async () => (await broker.app.database.all('SELECT id FROM sessions')).length;
const codeOf = async (client: TestClient) => (await client.handOff()).searchParams.get('code') ?? '';

/** A code of the broker's around one that Envoke does not know. */
async function spoiledCodeOf(client: TestClient): Promise<string> {
  const path = await client.reachCallback();
  const spoiled = path.replace(/code=[^&]+/, 'code=spoiled');
  const location = (await client.open(spoiled)).headers.get('location') ?? '';
  return new URL(location).searchParams.get('code') ?? '';
}

it('makes one exchange and one session from 20 parallel token requests', async () => {
  const client = new TestClient(broker);
  const code = await codeOf(client);
  const answers = await Promise.all(Array.from({ length: 20 }, () => client.redeem(code)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(19);
  expect(exchanges()).toBe(1);
  expect(await sessions()).toBe(1);
  const tokens = (await answers.find(({ status }) => status === 200)?.json()) as Tokens;
  expect((await client.call(tokens.access_token, '/v1/account')).status).toBe(200);
});

it('makes one exchange from 20 parallel callbacks, each with its own code', async () => {
  const client = new TestClient(broker);
  const path = await client.reachCallback();
  const answers = await Promise.all(Array.from({ length: 20 }, () => client.open(path)));
  const codes = answers.map(
    (answer) => new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '',
  );
  expect(new Set(codes).size).toBe(20);
  const redeemed = await Promise.all(codes.map((code) => client.redeem(code)));
  expect(redeemed.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(exchanges()).toBe(1);
});

it('refuses the very same request a second time', async () => {
  const client = new TestClient(broker);
  const code = await codeOf(client);
  const dpop = client.proof('POST', '/oauth/token');
  const send = () => client.postForm('/oauth/token', client.tokenParameters(code), { dpop });
  expect((await send()).status).toBe(200);
  expect(await (await send()).json()).toMatchObject({ error: 'invalid_dpop_proof' });
});

it.each([0, 6, 50])(
  'ends the session when its code comes again %i seconds after (RFC 6749 4.1.2)',
  async (seconds) => {
    const client = new TestClient(broker);
    const code = await codeOf(client);
    const { access_token } = (await (await client.redeem(code)).json()) as Tokens;
    expect((await client.call(access_token, '/v1/account')).status).toBe(200);
    broker.clock.advance(seconds);
    expect(await (await client.redeem(code)).json()).toMatchObject({ error: 'invalid_grant' });
    expect((await client.call(access_token, '/v1/account')).status).toBe(401);
    expect(exchanges()).toBe(1);
  },
);

it.each([
  [1, 200],
  [3, 401],
])(
  'accepts a repeat without a nonce for some seconds: %i s after, the session answers %i',
  async (seconds, status) => {
    const client = new TestClient(broker);
    const code = await codeOf(client);
    const { access_token } = (await (await client.redeem(code)).json()) as Tokens;
    const nonce = client.nonce;
    client.nonce = undefined;
    broker.clock.advance(seconds);
    expect(await (await client.redeem(code)).json()).toMatchObject({ error: 'invalid_grant' });
    client.nonce = nonce;
    expect((await client.call(access_token, '/v1/account')).status).toBe(status);
  },
);

it('keeps the session when a request without the verifier, or with another key, brings the code', async () => {
  const client = new TestClient(broker);
  const code = await codeOf(client);
  const { access_token } = (await (await client.redeem(code)).json()) as Tokens;
  const thief = new TestClient(broker);
  await thief.redeem(code, { code_verifier: client.verifier });
  await client.redeem(code, { code_verifier: 'a'.repeat(43) });
  expect((await client.call(access_token, '/v1/account')).status).toBe(200);
});

it("keeps the session when a thief brings Envoke's leaked code in a sign-in of their own", async () => {
  const [client, thief] = [new TestClient(broker), new TestClient(broker)];
  const path = await client.reachCallback();
  const leaked = new URLSearchParams(path.split('?')[1]).get('code') ?? '';
  const location = (await client.open(path)).headers.get('location') ?? '';
  const code = new URL(location).searchParams.get('code') ?? '';
  const { access_token } = (await (await client.redeem(code)).json()) as Tokens;
  broker.clock.advance(5);
  const theirs = (await thief.reachCallback()).replace(/code=[^&]+/, `code=${encodeURIComponent(leaked)}`);
  const handOff = (await thief.open(theirs)).headers.get('location') ?? '';
  const refused = await thief.redeem(new URL(handOff).searchParams.get('code') ?? '');
  expect(await refused.json()).toMatchObject({ error: 'invalid_grant' });
  expect(exchanges()).toBe(1);
  expect((await client.call(access_token, '/v1/account')).status).toBe(200);
});

it('refuses a spent code after a restart too', async () => {
  const client = new TestClient(broker);
  const code = await codeOf(client);
  await client.redeem(code);
  await broker.restart();
  broker.clock.advance(-70);
  expect(await (await client.redeem(code)).json()).toMatchObject({ error: 'invalid_grant' });
  expect(exchanges()).toBe(1);
});

it.each(['oauth', 'html', 'envelope', 'empty'] as const)(
  'stores nothing when Envoke refuses the code with %s',
  async (tokenErrors) => {
    const client = new TestClient(broker);
    broker.envoke.modes.set({ tokenErrors });
    const code = await spoiledCodeOf(client);
    expect((await client.redeem(code)).status).toBe(400);
    expect(await sessions()).toBe(0);
    expect(await broker.app.database.all('SELECT * FROM spent_codes')).toEqual([]);
  },
);

it('stores nothing when Envoke withdraws the token at once', async () => {
  const client = new TestClient(broker);
  const code = await codeOf(client);
  broker.envoke.modes.set({ tokenWithdrawn: true });
  expect((await client.redeem(code)).status).toBe(502);
  expect(await sessions()).toBe(0);
});

it('keeps the code usable when Envoke was not reached', async () => {
  const client = new TestClient(broker);
  const code = await codeOf(client);
  const { exchangeCode } = broker.app.envoke;
  const { EnvokeError } = await import('../../../broker/envoke/envoke-error.ts');
  broker.app.envoke.exchangeCode = () => Promise.reject(new EnvokeError('unreachable'));
  expect((await client.redeem(code)).status).toBe(503);
  broker.app.envoke.exchangeCode = exchangeCode;
  expect((await client.redeem(code)).status).toBe(200);
});
