/** What each step of signing in refuses. A refusal uses nothing up: the right browser can continue. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXTENSION_CLIENT_ID } from '../../../shared/client.ts';
import { REDIRECT_URI, type RunningBroker, startBroker } from '../running-broker.ts';
import { createDpopKey, sha256, TestClient } from '../test-client.ts';

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker({ env: { RATE_SIGN_IN_PER_MINUTE: '100000' } });
});
afterAll(() => broker.close());

const exchanges = () => broker.envoke.requests.count('POST', '/ext/oauth/access_token');

describe('the pushed request', () => {
  const push = (changes: Record<string, string>, headers: Record<string, string> = {}) => {
    const client = new TestClient(broker);
    const form = Object.fromEntries(
      Object.entries({ ...client.parParameters(), ...changes }).filter(([, value]) => value !== 'ABSENT'),
    );
    return client.postForm('/oauth/par', form, { dpop: client.proof('POST', '/oauth/par'), ...headers });
  };

  it.each<[string, Record<string, string>, string]>([
    ['without a client', { client_id: 'ABSENT' }, 'invalid_request'],
    ['of an unknown client', { client_id: 'someone-else' }, 'invalid_client'],
    ['with a client secret', { client_secret: 'x' }, 'invalid_client'],
    ['without a redirect URI', { redirect_uri: 'ABSENT' }, 'invalid_request'],
    ['for response_type=token', { response_type: 'token' }, 'unsupported_response_type'],
    ['without a code challenge (7636 4.4.1)', { code_challenge: 'ABSENT' }, 'invalid_request'],
    ['with a challenge of 42 characters', { code_challenge: 'A'.repeat(42) }, 'invalid_request'],
    ['with a challenge of 44 characters', { code_challenge: 'A'.repeat(44) }, 'invalid_request'],
    ['with padding in the challenge', { code_challenge: `${'A'.repeat(42)}=` }, 'invalid_request'],
    ['with the method plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['without a method', { code_challenge_method: 'ABSENT' }, 'invalid_request'],
    ['with the method in lower case', { code_challenge_method: 's256' }, 'invalid_request'],
    ['with a blank after the method', { code_challenge_method: 'S256 ' }, 'invalid_request'],
    ['with a request_uri inside (9126 2.1)', { request_uri: 'urn:x' }, 'invalid_request'],
    ['for another scope', { scope: 'all' }, 'invalid_scope'],
    ['with another response_mode', { response_mode: 'fragment' }, 'invalid_request'],
    ['with a state of 10,000 characters', { state: 'x'.repeat(10_000) }, 'invalid_request'],
    ['with markup for languages', { ui_locales: '<script>' }, 'invalid_request'],
    ['for another key than that of the proof', { dpop_jkt: sha256('other') }, 'invalid_dpop_proof'],
  ])('is refused %s', async (_what, changes, error) => {
    const response = await push(changes);
    expect(response.status).toBe(error === 'invalid_client' ? 401 : 400);
    expect(await response.json()).toMatchObject({ error });
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  const id = new URL(REDIRECT_URI).hostname;
  it.each([
    'https://evil.example/',
    REDIRECT_URI.slice(0, -1),
    `${REDIRECT_URI}callback`,
    `${REDIRECT_URI}?x=1`,
    `${REDIRECT_URI}#`,
    REDIRECT_URI.toUpperCase(),
    `https://${id}./`,
    `https://${id}:443/`,
    `https://user@${id}/`,
    `https://${id}@evil.example/`,
    `https://${id}.evil.example/`,
    `https://${id}/%2e%2e/`,
    `http://${id}/`,
    `//${id}/`,
    'http://127.0.0.1/',
    'javascript:alert(1)',
  ])('is refused for the redirect URI %s', async (redirect_uri) => {
    const response = await push({ redirect_uri });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it('is refused without a proof, and with the proof of another URL', async () => {
    const client = new TestClient(broker);
    for (const dpop of ['', client.proof('POST', '/oauth/token'), client.proof('GET', '/oauth/par')]) {
      expect(await (await push({}, { dpop })).json()).toMatchObject({ error: 'invalid_dpop_proof' });
    }
  });

  it.each([
    ['JSON', 'application/json', '{}', 415],
    ['text', 'text/plain', 'client_id=x', 415],
    ['a doubled parameter', 'application/x-www-form-urlencoded', 'client_id=a&client_id=b', 400],
    ['20,000 characters', 'application/x-www-form-urlencoded', `state=${'x'.repeat(20_000)}`, 413],
    [
      '100 parameters',
      'application/x-www-form-urlencoded',
      Array.from({ length: 100 }, (_, n) => `p${n}=1`).join('&'),
      400,
    ],
  ])('is refused with a body of %s', async (_what, type, body, status) => {
    const client = new TestClient(broker);
    const headers = { 'content-type': type, dpop: client.proof('POST', '/oauth/par') };
    const response = await client.postForm('/oauth/par', body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: 'invalid_request' });
  });
});

describe('the sign-in window', () => {
  const page = async (response: Response) => {
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('lang="fr"');
    expect(html).toContain('lang="en"');
    return html;
  };

  it('does not open without the cookie of the browser that began', async () => {
    const client = new TestClient(broker);
    const path = client.authorizePath(await client.push());
    client.cookie = '';
    await page(await client.open(path));
  });

  it("does not open with another sign-in's cookie", async () => {
    const [client, other] = [new TestClient(broker), new TestClient(broker)];
    const path = client.authorizePath(await client.push());
    await other.push();
    client.cookie = other.cookie;
    await page(await client.open(path));
  });

  it.each([
    '',
    'urn:x',
    'urn:ietf:params:oauth:request_uri:abc',
    '<script>alert(1)</script>',
    'x'.repeat(9_000),
  ])('does not open for the request_uri %.40s, and does not show it', async (requestUri) => {
    const client = new TestClient(broker);
    await client.push();
    const html = await page(await client.open(client.authorizePath(requestUri)));
    if (requestUri !== '') expect(html).not.toContain(requestUri);
  });

  it('does not open for a client that is not known, nor for doubled parameters', async () => {
    const client = new TestClient(broker);
    const requestUri = encodeURIComponent(await client.push());
    await page(await client.open(`/oauth/authorize?client_id=other&request_uri=${requestUri}`));
    await page(
      await client.open(
        `/oauth/authorize?client_id=${EXTENSION_CLIENT_ID}&request_uri=x&request_uri=${requestUri}`,
      ),
    );
  });

  it('does not open after ten minutes', async () => {
    const client = new TestClient(broker);
    const path = client.authorizePath(await client.push());
    broker.clock.advance(601);
    await page(await client.open(path));
  });

  it('may be loaded twice, as Firefox does, and both lead to the same sign-in', async () => {
    const client = new TestClient(broker);
    const path = client.authorizePath(await client.push());
    const silent = await client.open(path);
    const shown = await client.open(path);
    expect([silent.status, shown.status]).toEqual([302, 302]);
    const target = new URL(silent.headers.get('location') ?? '');
    expect([...target.searchParams.keys()]).toEqual([
      'response_type',
      'client_id',
      'scope',
      'redirect_uri',
      'state',
    ]);
    expect(target.searchParams.get('scope')).toBe('all');
  });

  it('shows French first to browsers that ask for French', async () => {
    const client = new TestClient(broker);
    const html = await page(await client.open('/oauth/authorize', { 'accept-language': 'fr-CA,en;q=0.5' }));
    expect(html).toContain('<html lang="fr">');
  });
});

describe('the callback', () => {
  const callbackOf = async (client: TestClient) => client.reachCallback();

  const withCookie = (client: TestClient, cookie: string, path: string) => {
    client.cookie = cookie;
    return path;
  };
  it.each<[string, (client: TestClient, other: TestClient, path: string) => string]>([
    ['without a cookie', (client, _other, path) => withCookie(client, '', path)],
    ["with another sign-in's cookie", (client, other, path) => withCookie(client, other.cookie, path)],
    ['without state', (_c, _o, path) => path.replace(/&state=[^&]+/, '')],
    ['with another state', (_c, _o, path) => path.replace(/state=[^&]{9}/, 'state=AAAAAAAAA')],
    ['with state twice', (_c, _o, path) => `${path}&state=x`],
    ['with code twice', (_c, _o, path) => `${path}&code=x`],
    [
      'of another issuer (9207)',
      (_c, _o, path) => `${path}&iss=${encodeURIComponent('https://evil.example')}`,
    ],
  ])('is refused %s, and the rightful browser still signs in', async (_what, spoil) => {
    const [client, other] = [new TestClient(broker), new TestClient(broker)];
    const path = await callbackOf(client);
    await other.push();
    const cookie = client.cookie;
    const before = exchanges();
    const spoiled = spoil(client, other, path);
    const refused = await client.open(spoiled);
    expect(refused.status).toBe(400);
    expect(refused.headers.get('location')).toBeNull();
    expect(await refused.text()).not.toMatch(/code=|state=/);
    expect(exchanges()).toBe(before);
    client.cookie = cookie;
    const location = (await client.open(path)).headers.get('location') ?? '';
    expect((await client.redeem(new URL(location).searchParams.get('code') ?? '')).status).toBe(200);
  });

  it('clears the cookie, answers 303 and names the issuer', async () => {
    const client = new TestClient(broker);
    const answer = await client.open(await callbackOf(client));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('set-cookie')).toMatch(/__Host-[^=]+=;/);
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe(REDIRECT_URI);
    expect(location.searchParams.get('state')).toBe(client.state);
    expect(location.searchParams.get('iss')).toBe(broker.url);
  });

  it("turns Envoke's error into one of the broker's codes and passes on nothing else", async () => {
    const client = new TestClient(broker);
    const path = await callbackOf(client);
    const state = new URLSearchParams(path.split('?')[1]).get('state') ?? '';
    const query = new URLSearchParams({ error: '<script>', error_description: 'canary', state });
    const answer = await client.open(`/oauth/callback?${query}`);
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.searchParams.get('error')).toBe('server_error');
    expect(location.href).not.toContain('canary');
  });

  it('tells the extension that the person declined', async () => {
    const location = await new TestClient(broker).handOff({ decision: 'decline' });
    expect(location.searchParams.get('error')).toBe('access_denied');
    expect(location.searchParams.get('code')).toBeNull();
  });
});

describe('the token request', () => {
  it.each<[string, (client: TestClient) => Record<string, string>, string]>([
    ['with a wrong verifier', () => ({ code_verifier: 'a'.repeat(43) }), 'invalid_grant'],
    ['with a verifier of 42 characters', () => ({ code_verifier: 'a'.repeat(42) }), 'invalid_grant'],
    ['with a verifier of 129 characters', () => ({ code_verifier: 'a'.repeat(129) }), 'invalid_grant'],
    [
      'with the challenge as verifier',
      (client) => ({ code_verifier: sha256(client.verifier) }),
      'invalid_grant',
    ],
    ['without a verifier', () => ({ code_verifier: '' }), 'invalid_request'],
    ['for another redirect URI', () => ({ redirect_uri: 'https://evil.example/' }), 'invalid_grant'],
    ['by another client', () => ({ client_id: 'other' }), 'invalid_client'],
    ['with another grant type', () => ({ grant_type: 'refresh_token' }), 'unsupported_grant_type'],
    ['with a code that is none', () => ({ code: 'abc' }), 'invalid_grant'],
  ])('is refused %s, and consumes nothing', async (_what, spoil, error) => {
    const client = new TestClient(broker);
    const code = (await client.handOff()).searchParams.get('code') ?? '';
    const before = exchanges();
    const refused = await client.redeem(code, spoil(client));
    expect(await refused.json()).toMatchObject({ error });
    expect(exchanges()).toBe(before);
    expect((await client.redeem(code)).status).toBe(200);
  });

  it("is refused with another key's proof, even when the verifier is right", async () => {
    const client = new TestClient(broker);
    const code = (await client.handOff()).searchParams.get('code') ?? '';
    const thief = new TestClient(broker, createDpopKey());
    const refused = await thief.redeem(code, { code_verifier: client.verifier });
    expect(await refused.json()).toMatchObject({ error: 'invalid_grant' });
    expect((await client.redeem(code)).status).toBe(200);
  });

  it('is refused after one minute', async () => {
    const client = new TestClient(broker);
    const code = (await client.handOff()).searchParams.get('code') ?? '';
    broker.clock.advance(61);
    expect((await client.redeem(code)).status).toBe(400);
  });

  it('refuses a sealed value of another kind', async () => {
    const client = new TestClient(broker);
    const requestUri = (await client.push()).split(':').at(-1) ?? '';
    expect(await (await client.redeem(requestUri)).json()).toMatchObject({ error: 'invalid_grant' });
  });
});
