/** The postback endpoint: a code for an access token. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Grant } from '../oauth/grants.ts';
import { type Bench, createBench, createCaller, DAY_MS } from './support.ts';

const REDIRECT_URI = 'https://broker.example.ca/oauth/callback';
const CLIENT = { clientId: 'c'.repeat(32), clientSecret: 'kept-by-the-broker', redirectUri: REDIRECT_URI };
const GRANT: Grant = {
  clientId: CLIENT.clientId,
  accountId: '1042',
  loginEmail: 'camille@harbourview.example.ca',
};

let bench: Bench;
beforeAll(async () => {
  bench = await createBench({ clients: [CLIENT, { ...CLIENT, clientId: 'd'.repeat(32) }] });
});
beforeEach(() => bench.envoke.modes.reset());
afterAll(() => bench.envoke.close());

type Form = [string, string][];

const goodForm = (): Form => [
  ['grant_type', 'authorization_code'],
  ['code', bench.envoke.grants.issueCode(GRANT, REDIRECT_URI)],
  ['client_id', CLIENT.clientId],
  ['client_secret', CLIENT.clientSecret],
  ['redirect_uri', REDIRECT_URI],
];
const replaced = (name: string, value: string): Form =>
  goodForm().map(([key, old]) => [key, key === name ? value : old]);

async function ask(form: Form, init: RequestInit = {}) {
  const response = await fetch(bench.envoke.tokenUrl, {
    method: 'POST',
    body: new URLSearchParams(form),
    ...init,
  });
  const text = await response.text();
  return { status: response.status, text, type: response.headers.get('content-type') ?? '' };
}

const errorOf = (text: string) => JSON.parse(text) as unknown;

describe('access_token (section 1) refuses', () => {
  it.each<[string, string, () => Form]>([
    ['another grant type', 'unsupported_grant_type', () => replaced('grant_type', 'refresh_token')],
    ['an unknown client', 'invalid_client', () => replaced('client_id', 'e'.repeat(32))],
    ['a wrong secret', 'invalid_client', () => replaced('client_secret', 'guess')],
    ['no secret', 'invalid_client', () => goodForm().filter(([name]) => name !== 'client_secret')],
    ['an unknown code', 'invalid_grant', () => replaced('code', 'f'.repeat(48))],
    ['a code of another client', 'invalid_grant', () => replaced('client_id', 'd'.repeat(32))],
    ['another redirect URI', 'invalid_grant', () => replaced('redirect_uri', `${REDIRECT_URI}/`)],
    ['no redirect URI', 'invalid_request', () => goodForm().filter(([name]) => name !== 'redirect_uri')],
    ['a doubled code', 'invalid_request', () => [...goodForm(), ['code', 'x']]],
  ])('%s, as %s', async (_, error, form) => {
    const answer = await ask(form());
    expect(answer.status).toBe(400);
    expect(errorOf(answer.text)).toMatchObject({ error });
  });

  it('a JSON body, and credentials in a header instead of the body', async () => {
    const json = await ask([], { body: '{}', headers: { 'content-type': 'application/json' } });
    expect(errorOf(json.text)).toMatchObject({ error: 'invalid_request' });
    const basic = await ask(
      goodForm().filter(([name]) => !name.startsWith('client_')),
      {
        headers: { authorization: `Basic ${btoa(`${CLIENT.clientId}:${CLIENT.clientSecret}`)}` },
      },
    );
    expect(errorOf(basic.text)).toMatchObject({ error: 'invalid_client' });
  });

  it('a code for the second time, and after 60 seconds (section 7)', async () => {
    const form = goodForm();
    expect((await ask(form)).status).toBe(200);
    expect(errorOf((await ask(form)).text)).toMatchObject({ error: 'invalid_grant' });
    const late = goodForm();
    bench.wait(60_000);
    expect(errorOf((await ask(late)).text)).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('access_token (section 1)', () => {
  it('swaps a code for an access token that opens the account', async () => {
    const { access_token, ...rest } = JSON.parse((await ask(goodForm())).text) as Record<string, string>;
    expect(rest).toEqual({ token_type: 'Bearer', expires_in: 31_536_000 });
    expect(access_token).toMatch(/^.{40,}$/);
    expect(bench.envoke.grants.accessTokens()).toContain(access_token);
    const settings = await createCaller(bench.envoke.url, access_token ?? '').get('/v1/settings');
    expect(settings.body).toMatchObject({ id: '1042' });
  });

  it('leaves a code usable when a request for it was refused', async () => {
    const form = goodForm();
    await ask(form.map(([name, value]) => [name, name === 'client_secret' ? 'guess' : value]));
    expect((await ask(form)).status).toBe(200);
  });

  it('gives tokens that last one year and can be withdrawn before', async () => {
    const [lasting, withdrawn] = [
      bench.envoke.issueAccessToken(),
      bench.envoke.grants.issueAccessToken(GRANT),
    ];
    bench.envoke.grants.withdraw(({ loginEmail }) => loginEmail === GRANT.loginEmail);
    const settings = (token: string) => createCaller(bench.envoke.url, token).get('/v1/settings');
    expect((await settings(withdrawn)).status).toBe(401);
    bench.wait(364 * DAY_MS);
    expect((await settings(lasting)).status).toBe(200);
    bench.wait(2 * DAY_MS);
    expect((await settings(lasting)).status).toBe(401);
  });
});

describe('modes of access_token (section 7)', () => {
  it.each([
    ['access_token', ['access_token']],
    ['text', ['access_token', 'token_type', 'expires_in']],
    ['nested', ['success', 'result_text', 'result_data']],
  ] as const)('tokenAnswer %s: the answer holds %j', async (tokenAnswer, keys) => {
    bench.envoke.modes.set({ tokenAnswer });
    expect(Object.keys(JSON.parse((await ask(goodForm())).text) as object)).toEqual(keys);
  });

  it.each([
    ['html', 'text/html', '<h1>'],
    ['envelope', 'application/json', '"success":false'],
    ['empty', 'text/html', ''],
  ] as const)('tokenErrors %s: a refusal is %s', async (tokenErrors, type, part) => {
    bench.envoke.modes.set({ tokenErrors });
    const answer = await ask(replaced('code', 'unknown'));
    expect(answer.status).toBe(400);
    expect(answer.type).toContain(type);
    expect(answer.text).toContain(part);
    if (tokenErrors === 'empty') expect(answer.text).toBe('');
  });

  it('unknownParametersRefused: a parameter too many, which is passed over otherwise', async () => {
    const form = (): Form => [...goodForm(), ['scope', 'all']];
    expect((await ask(form())).status).toBe(200);
    bench.envoke.modes.set({ unknownParametersRefused: true });
    expect(errorOf((await ask(form())).text)).toMatchObject({ error: 'invalid_request' });
  });

  it('tokenOrder strict (N2): another order than the vendor’s is refused, which is taken otherwise', async () => {
    expect((await ask(goodForm().toReversed())).status).toBe(200);
    bench.envoke.modes.set({ tokenOrder: 'strict' });
    expect((await ask(goodForm())).status).toBe(200);
    expect(errorOf((await ask(goodForm().toReversed())).text)).toMatchObject({ error: 'invalid_request' });
  });

  it('newGrantEndsOld: a second grant ends the first; without it both live', async () => {
    const grant = async () =>
      (JSON.parse((await ask(goodForm())).text) as { access_token: string }).access_token;
    const status = async (token: string) =>
      (await createCaller(bench.envoke.url, token).get('/v1/settings')).status;
    const [first, second] = [await grant(), await grant()];
    expect([await status(first), await status(second)]).toEqual([200, 200]);
    bench.envoke.modes.set({ newGrantEndsOld: true });
    const third = await grant();
    expect([await status(first), await status(second), await status(third)]).toEqual([401, 401, 200]);
  });
});
