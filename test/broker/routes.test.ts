/** The API with a session: who has access, who has lost it, and what every answer carries. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningBroker, startBroker } from './running-broker.ts';
import { createDpopKey, TestClient } from './test-client.ts';

let broker: RunningBroker;
beforeEach(async () => {
  broker = await startBroker();
});
afterEach(() => broker.close());

const problem = async (response: Response) => {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const body = (await response.json()) as { type: string; instance: string };
  expect(body.instance).toBe(response.headers.get('x-request-id'));
  return body.type.split(':').at(-1);
};

describe('refuses', () => {
  it.each<[string, (client: TestClient, token: string) => Record<string, string>, string]>([
    ['a request without a token', () => ({ authorization: '' }), 'session-required'],
    [
      'a bound token sent as Bearer (9449 7.2)',
      (_c, token) => ({ authorization: `Bearer ${token}` }),
      'session-required',
    ],
    ['a token without a proof (9449 7.1)', () => ({ dpop: '' }), 'proof-required'],
    ['a token of another making', () => ({ authorization: 'DPoP a.b.c' }), 'session-ended'],
    [
      'a proof as token',
      (client) => ({ authorization: `DPoP ${client.proof('GET', '/v1/account')}` }),
      'session-ended',
    ],
    [
      "another key's proof",
      (client, token) => ({
        dpop: new TestClient(client.broker, createDpopKey()).proof('GET', '/v1/account', token),
      }),
      'proof-required',
    ],
    [
      'what another site causes',
      () => ({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }),
      'cross-site',
    ],
    ['what a neighbour of this site causes', () => ({ 'sec-fetch-site': 'same-site' }), 'cross-site'],
  ])('%s', async (_what, headersOf, slug) => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    const headers = headersOf(client, access_token);
    const response = await client.call(access_token, '/v1/account', { headers });
    expect(await problem(response)).toBe(slug);
    if (response.status === 401)
      expect(response.headers.get('www-authenticate')).toMatch(/^DPoP .*algs="ES256"/);
  });

  it('the same proof twice', async () => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    const proof = client.proof('GET', '/v1/account', access_token);
    expect((await client.call(access_token, '/v1/account', { proof })).status).toBe(200);
    expect(await problem(await client.call(access_token, '/v1/account', { proof }))).toBe('proof-required');
  });
});

it('takes the scheme in any case (9110 11.1)', async () => {
  const client = new TestClient(broker);
  const { access_token } = await client.signIn();
  const headers = { authorization: `dpop ${access_token}` };
  expect((await client.call(access_token, '/v1/account', { headers })).status).toBe(200);
});

it('works with a clock that is a day off, after one round for the nonce', async () => {
  const client = new TestClient(broker);
  const { access_token } = await client.signIn();
  for (const offset of [-86_400, 86_400]) {
    client.nonce = undefined;
    const iat = Math.floor(broker.clock.now() / 1000) + offset;
    const send = () =>
      fetch(`${broker.url}/v1/account`, {
        headers: {
          authorization: `DPoP ${access_token}`,
          dpop: client.proof('GET', '/v1/account', access_token, { claims: { iat } }),
        },
      });
    const refused = await send();
    expect(refused.headers.get('www-authenticate')).toContain('use_dpop_nonce');
    client.nonce = refused.headers.get('dpop-nonce') ?? '';
    expect((await send()).status).toBe(200);
  }
});

describe('sessions', () => {
  it('are listed with browser and time, and one can be ended from another', async () => {
    const [here, there] = [new TestClient(broker), new TestClient(broker)];
    there.userAgent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0';
    const mine = (await here.signIn()).access_token;
    const other = (await there.signIn()).access_token;
    const list = await (await here.call(mine, '/v1/sessions')).json();
    const { sessions } = list as { sessions: { id: string; current: boolean; browser: string }[] };
    expect(sessions.map(({ browser }) => browser).sort()).toEqual(['Edge on Windows', 'Firefox on Linux']);
    const ended = sessions.find(({ current }) => !current)?.id;
    expect((await here.call(mine, `/v1/sessions/${ended}`, { method: 'DELETE' })).status).toBe(204);
    expect(await problem(await there.call(other, '/v1/account'))).toBe('session-ended');
    expect((await here.call(mine, '/v1/account')).status).toBe(200);
  });

  it('of other accounts are neither listed nor ended, and look like unknown ones', async () => {
    const [here, there] = [new TestClient(broker), new TestClient(broker)];
    const [first, second] = broker.envoke.accounts;
    const mine = (await here.signIn({ accountId: first?.id ?? '' })).access_token;
    const other = (await there.signIn({ accountId: second?.id ?? '' })).access_token;
    const account = (await (await there.call(other, '/v1/account')).json()) as { session: { id: string } };
    const foreign = await here.call(mine, `/v1/sessions/${account.session.id}`, { method: 'DELETE' });
    const unknown = await here.call(mine, `/v1/sessions/${'A'.repeat(43)}`, { method: 'DELETE' });
    expect([await problem(foreign), await problem(unknown)]).toEqual([
      'session-not-found',
      'session-not-found',
    ]);
    expect((await there.call(other, '/v1/account')).status).toBe(200);
  });

  /** Signed in at this account, or the first one, as somebody with this mark. */
  const signedIn = async (device: TestClient['device'], accountId = broker.envoke.accounts[0]?.id ?? '') => {
    const client = new TestClient(broker);
    client.device = device;
    const { access_token } = await client.signIn({ accountId });
    const call = (path: string, init?: RequestInit) => client.call(access_token, path, init);
    return { call, status: async () => (await call('/v1/account')).status };
  };
  const MINE = { owner_mark: 'a'.repeat(22) };
  const THEIRS = { owner_mark: 'b'.repeat(22) };
  interface Listed {
    id: string;
    current: boolean;
    own: boolean;
    device_name: string;
  }
  const listOf = async ({ call }: { call: (path: string) => Promise<Response> }) =>
    ((await (await call('/v1/sessions')).json()) as { sessions: Listed[] }).sessions;

  it.each([
    ['a mark of another form', { owner_mark: 'short' }],
    ['a mark that is a query', { owner_mark: "' OR owner_hash <> '" }],
    ['a name that is too long', { device_name: 'a'.repeat(61) }],
    ['a name with characters that nobody sees', { device_name: 'Front\u202Edesk' }],
  ])('do not begin with %s, and Envoke’s code stays good', async (_what, device) => {
    const client = new TestClient(broker);
    const code = (await client.handOff()).searchParams.get('code') ?? '';
    const refused = await client.redeem(code, device);
    expect([refused.status, await refused.json()]).toMatchObject([400, { error: 'invalid_request' }]);
    expect((await client.redeem(code)).status).toBe(200);
  });

  it('of colleagues, of other accounts and of nobody are kept when a person ends their other ones', async () => {
    const [here, there] = [await signedIn(MINE), await signedIn(MINE)];
    const kept = [
      await signedIn(THEIRS),
      await signedIn({}),
      await signedIn(MINE, broker.envoke.accounts[1]?.id),
    ];
    expect((await listOf(here)).filter(({ own }) => own)).toHaveLength(2);
    expect((await here.call('/v1/sessions', { method: 'DELETE' })).status).toBe(204);
    expect(await there.status()).toBe(401);
    expect(await Promise.all([here, ...kept].map(({ status }) => status()))).toEqual([200, 200, 200, 200]);
  });

  it('without a mark end no other one', async () => {
    const [here, there] = [await signedIn({}), await signedIn({})];
    expect((await listOf(here)).filter(({ own }) => own)).toHaveLength(1);
    expect((await here.call('/v1/sessions', { method: 'DELETE' })).status).toBe(204);
    expect([await here.status(), await there.status()]).toEqual([200, 200]);
  });

  it('end all at once when everybody is asked for, and at nothing else', async () => {
    const [here, there] = [await signedIn(MINE), await signedIn(THEIRS)];
    const unknown = await here.call('/v1/sessions?whose=all', { method: 'DELETE' });
    expect(await problem(unknown)).toBe('invalid-request');
    expect((await here.call('/v1/sessions?whose=everybody', { method: 'DELETE' })).status).toBe(204);
    expect([await here.status(), await there.status()]).toEqual([401, 401]);
  });

  it('can be named by their owner alone', async () => {
    const here = await signedIn({ ...MINE, device_name: ' Front desk ' });
    const there = await signedIn(THEIRS);
    const { id = '', device_name } = (await listOf(here)).find(({ current }) => current) ?? {};
    expect(device_name).toBe('Front desk');
    const rename = (client: typeof here, body: object) =>
      client.call(`/v1/sessions/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect(await problem(await rename(there, { device_name: 'Mine now' }))).toBe('session-not-found');
    expect(await problem(await rename(here, { device_name: 'Front\u0000desk' }))).toBe('invalid-request');
    expect(await problem(await rename(here, { browser: 'Edge' }))).toBe('invalid-request');
    expect((await rename(here, { device_name: 'Library' })).status).toBe(204);
    expect((await listOf(there)).map((session) => session.device_name).sort()).toEqual(['', 'Library']);
  });

  it('hold nothing of the mark but a hash, which is another one in each account', async () => {
    await signedIn(MINE);
    await signedIn(MINE, broker.envoke.accounts[1]?.id);
    const rows = await broker.app.database.all('SELECT * FROM sessions');
    expect(JSON.stringify(rows)).not.toContain(MINE.owner_mark);
    expect(broker.log.join('')).not.toContain(MINE.owner_mark);
    expect(new Set(rows.map(({ owner_hash }) => owner_hash)).size).toBe(2);
  });

  it('that were revoked are refused at once, also after a restart', async () => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    expect((await client.revoke(access_token)).status).toBe(200);
    expect((await client.call(access_token, '/v1/account')).status).toBe(401);
    await broker.restart();
    expect((await client.call(access_token, '/v1/account')).status).toBe(401);
  });

  it.each<[string, (client: TestClient) => Record<string, string>]>([
    ['without a proof', () => ({})],
    [
      "with another key's proof",
      (client) => ({ dpop: new TestClient(client.broker).proof('POST', '/oauth/revoke') }),
    ],
    ['with a proof for another endpoint', (client) => ({ dpop: client.proof('POST', '/oauth/token') })],
  ])('are not ended by a token out of a log, sent %s', async (_how, headersOf) => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    const form = { token: access_token, client_id: 'contacts-for-envoke' };
    const refused = await client.postForm('/oauth/revoke', form, headersOf(client));
    expect(await refused.json()).toMatchObject({ error: 'invalid_dpop_proof' });
    expect((await client.call(access_token, '/v1/account')).status).toBe(200);
  });

  it('continue after a restart', async () => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    await broker.restart();
    expect((await client.call(access_token, '/v1/account')).status).toBe(200);
  });

  it('end after their idle time and not before, and each use extends it', async () => {
    await broker.restart({ SESSION_IDLE_SECONDS: '3600' });
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    for (let turn = 0; turn < 3; turn += 1) {
      broker.clock.advance(3_599);
      expect((await client.call(access_token, '/v1/account')).status).toBe(200);
    }
    broker.clock.advance(3_601);
    expect((await client.call(access_token, '/v1/account')).status).toBe(401);
  });

  it('end at their absolute limit, however much they are used', async () => {
    await broker.restart({ SESSION_PROFILE: 'strict' });
    const client = new TestClient(broker);
    const { access_token, expires_in } = await client.signIn();
    expect(expires_in).toBe(86_400);
    for (let hour = 0; hour < 26; hour += 1) {
      broker.clock.advance(3_300);
      await client.call(access_token, '/v1/account');
    }
    expect((await client.call(access_token, '/v1/account')).status).toBe(200);
    broker.clock.advance(700);
    expect((await client.call(access_token, '/v1/account')).status).toBe(401);
  });

  it("end with Envoke's permission, when that is shorter than any limit of ours", async () => {
    const { exchangeCode } = broker.app.envoke;
    broker.app.envoke.exchangeCode = async (code) => ({
      ...(await exchangeCode(code)),
      expiresInSeconds: 90,
    });
    const client = new TestClient(broker);
    const { access_token, expires_in } = await client.signIn();
    expect(expires_in).toBe(90);
    broker.clock.advance(89);
    expect((await client.call(access_token, '/v1/account')).status).toBe(200);
    broker.clock.advance(2);
    expect((await client.call(access_token, '/v1/account')).status).toBe(401);
  });

  it('end when Envoke has ended the permission', async () => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    broker.envoke.modes.set({ tokenWithdrawn: true });
    expect(await problem(await client.call(access_token, '/v1/contacts'))).toBe('connection-ended');
    broker.envoke.modes.set({ tokenWithdrawn: false });
    expect(await problem(await client.call(access_token, '/v1/contacts'))).toBe('session-ended');
  });
});

it('answers 200 for any token (7009 2.2), but needs a token and the client', async () => {
  const client = new TestClient(broker);
  expect((await client.revoke('no.such.token')).status).toBe(200);
  expect((await client.postForm('/oauth/revoke', { client_id: 'contacts-for-envoke' })).status).toBe(400);
  expect((await client.postForm('/oauth/revoke', { token: 'x', client_id: 'other' })).status).toBe(401);
});

it.each([
  ['a search of 201 characters', `/v1/contacts?search=${'a'.repeat(201)}`],
  ['an id of 21 digits', `/v1/contacts/${'1'.repeat(21)}`],
  ['an id that is a path', '/v1/contacts/..%2f..%2fv1%2fsettings'],
  ['a page of a thousand million', '/v1/contacts?limit=1000000000'],
  ['one parameter twice', '/v1/contacts?limit=1&limit=2'],
  ['a parameter that there is not', '/v1/contacts?filter=x'],
])('passes no request on to Envoke with %s', async (_what, path) => {
  const client = new TestClient(broker);
  const { access_token } = await client.signIn();
  broker.envoke.requests.clear();
  expect(await problem(await client.call(access_token, path))).toBe('invalid-request');
  expect(broker.envoke.requests.list()).toEqual([]);
});

it('limits a session with too many requests and no other session', async () => {
  await broker.restart({ RATE_SESSION_PER_MINUTE: '5' });
  const [greedy, modest] = [new TestClient(broker), new TestClient(broker)];
  const token = (await greedy.signIn()).access_token;
  const other = (await modest.signIn()).access_token;
  const statuses: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) statuses.push((await greedy.call(token, '/v1/account')).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  expect((await greedy.call(token, '/v1/account')).headers.get('retry-after')).toMatch(/^\d+$/);
  expect((await modest.call(other, '/v1/account')).status).toBe(200);
});

it('writes no secret into its log', async () => {
  await broker.restart({ LOG_LEVEL: 'debug' });
  const client = new TestClient(broker);
  const handOff = await client.handOff();
  const { access_token } = (await (await client.redeem(handOff.searchParams.get('code') ?? '')).json()) as {
    access_token: string;
  };
  await client.call(access_token, '/v1/contacts?search=canary-search');
  await client.call(access_token, '/v1/contacts', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k'.repeat(20) },
    body: '{"email":"canary@example.ca", broken',
  });
  await client.open('/oauth/callback?code=canary-code&state=canary-state', { 'user-agent': 'canary-agent' });
  await client.open('/canary-path?canary=1', { 'x-request-id': 'canary-id' });
  const log = broker.log.join('');
  expect(log).toContain('"route":"/v1/contacts"');
  const secrets = [
    client.state,
    client.verifier,
    access_token,
    'canary',
    ...broker.envoke.grants.accessTokens(),
  ];
  for (const secret of secrets) expect(log).not.toContain(secret);
  for (const line of broker.log) expect(() => JSON.parse(line)).not.toThrow();
});

it('logs each refusal with its internal reason and the request id that the caller was given', async () => {
  const answer = await new TestClient(broker).call('not-a-session-token', '/v1/account');
  expect(answer.status).toBe(401);
  const { type, instance } = (await answer.json()) as { type: string; instance: string };
  const slug = type.split(':').at(-1);
  const lines = broker.log.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toContainEqual(
    expect.objectContaining({
      request_id: instance,
      problem: slug,
      reason: expect.stringMatching(/^[a-z-]{3,}$/),
    }),
  );
});
