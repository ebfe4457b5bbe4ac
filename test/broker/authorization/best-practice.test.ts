/**
 * RFC 9700 (best current practice for OAuth security), point by point: what the broker refuses, and what it never does.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REDIRECT_URI, type RunningBroker, startBroker } from '../running-broker.ts';
import { createDpopKey, sha256, TestClient, type Tokens } from '../test-client.ts';

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker({ env: { RATE_SIGN_IN_PER_MINUTE: '100000' } });
});
afterAll(() => broker.close());

const exchanges = () => broker.envoke.requests.count('POST', '/ext/oauth/access_token');
const codeIn = (location: string | null) => new URL(location ?? '').searchParams.get('code') ?? '';
const push = (client: TestClient, changes: Record<string, string>) =>
  client.postForm(
    '/oauth/par',
    { ...client.parParameters(), ...changes },
    { dpop: client.proof('POST', '/oauth/par') },
  );
const errorOf = async (response: Response) => ((await response.json()) as { error: string }).error;

describe('the authorization request', () => {
  it('with a redirect URI that only begins like a known one is refused (2.1, 4.1.3)', async () => {
    const answer = await push(new TestClient(broker), { redirect_uri: `${REDIRECT_URI}x` });
    expect(answer.status).toBe(400);
  });

  it('without a code challenge is refused (2.1.1)', async () => {
    expect(await errorOf(await push(new TestClient(broker), { code_challenge: '' }))).toBe('invalid_request');
  });

  it.each(['token', 'id_token token', 'code token'])(
    'for the response type %s is refused (2.1.2)',
    async (response_type) => {
      expect(await errorOf(await push(new TestClient(broker), { response_type }))).toBe(
        'unsupported_response_type',
      );
    },
  );

  it('for more than the one scope is refused (2.3)', async () => {
    expect(await errorOf(await push(new TestClient(broker), { scope: 'contacts admin' }))).toBe(
      'invalid_scope',
    );
  });

  it('that names another place to go to opens a page and redirects nowhere (4.11)', async () => {
    const client = new TestClient(broker);
    const target = `${client.authorizePath('urn:x')}&redirect_uri=${encodeURIComponent('https://evil.example/')}`;
    const answer = await client.open(target);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });
});

describe('the authorization response', () => {
  it('in a browser that did not ask is refused, and nothing is spent (2.1, 4.7)', async () => {
    const client = new TestClient(broker);
    const path = await client.reachCallback();
    const before = exchanges();
    client.cookie = '';
    expect((await client.open(path)).status).toBe(400);
    expect(exchanges()).toBe(before);
  });

  it("of another issuer is refused, and the broker's own names its issuer (4.4)", async () => {
    const client = new TestClient(broker);
    const path = await client.reachCallback();
    expect((await client.open(`${path}&iss=https%3A%2F%2Fevil.example`)).status).toBe(400);
    const location = (await client.open(path)).headers.get('location') ?? '';
    expect(new URL(location).searchParams.get('iss')).toBe(broker.url);
  });

  it('redirects by 303, so that no browser sends its form a second time (4.12)', async () => {
    const client = new TestClient(broker);
    expect((await client.open(await client.reachCallback())).status).toBe(303);
  });

  it('sends no referrer, is not cached, and cannot be framed (4.2, 4.3, 4.16)', async () => {
    const client = new TestClient(broker);
    const { headers } = await client.open(await client.reachCallback());
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it("holds a code of our own, and nothing of Envoke's (4.2.4)", async () => {
    const client = new TestClient(broker);
    const path = await client.reachCallback();
    const envokeCode = new URLSearchParams(path.split('?')[1]).get('code') ?? '';
    const location = (await client.open(path)).headers.get('location') ?? '';
    expect(envokeCode).not.toBe('');
    expect(location).not.toContain(envokeCode);
  });
});

describe('the token request', () => {
  it("with a code of another person's sign-in is refused (4.5)", async () => {
    const [victim, attacker] = [new TestClient(broker), new TestClient(broker)];
    const stolen = codeIn((await victim.open(await victim.reachCallback())).headers.get('location'));
    const before = exchanges();
    expect(await errorOf(await attacker.redeem(stolen))).toBe('invalid_grant');
    expect(exchanges()).toBe(before);
  });

  it('with a verifier for a code that has no challenge is refused (4.8.2)', async () => {
    const client = new TestClient(broker);
    const { x, y } = client.key.jwk;
    const jkt = sha256(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }));
    const content = { envokeCode: 'a', jkt, redirectUri: REDIRECT_URI };
    const endsAt = Math.floor(broker.clock.now() / 1000) + 60;
    for (const codeChallenge of [undefined, '', sha256('')]) {
      const code = await broker.app.sealed.seal('code', { ...content, codeChallenge }, endsAt);
      expect(await errorOf(await client.redeem(code))).toBe('invalid_grant');
    }
  });

  it.each([
    'password',
    'client_credentials',
    'refresh_token',
    'urn:ietf:params:oauth:grant-type:device_code',
  ])('for the grant type %s is refused (2.4, 4.14)', async (grant_type) => {
    const client = new TestClient(broker);
    expect(await errorOf(await client.redeem('x', { grant_type, username: 'a', password: 'b' }))).toBe(
      'unsupported_grant_type',
    );
  });

  it.each<Record<string, string>>([{ client_secret: 'x' }, { client_assertion: 'x' }])(
    'of a client that claims to be confidential is refused (2.5)',
    async (claim) => {
      expect(await errorOf(await new TestClient(broker).redeem('x', claim))).toBe('invalid_client');
    },
  );

  it('returns a sender-constrained token and no refresh token (2.2)', async () => {
    const tokens = await new TestClient(broker).signIn();
    expect(Object.keys(tokens).sort()).toEqual(['access_token', 'expires_in', 'scope', 'token_type']);
    expect(tokens.token_type).toBe('DPoP');
  });
});

describe('the token', () => {
  it('is refused with the proof of another sender, and as a bearer token (2.2.1, 4.10)', async () => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    const thief = new TestClient(broker, createDpopKey());
    expect((await thief.call(access_token, '/v1/account')).status).toBe(401);
    const headers = { authorization: `Bearer ${access_token}` };
    expect((await client.call(access_token, '/v1/account', { headers })).status).toBe(401);
  });

  it('is refused when it is sent in the query, where logs and histories keep it (4.3.2)', async () => {
    const { access_token } = await new TestClient(broker).signIn();
    expect((await fetch(`${broker.url}/v1/account?access_token=${access_token}`)).status).toBe(401);
  });

  it('is refused for another person than the one whose session it names (4.15)', async () => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    const claims = await broker.app.sessionTokens.verify(access_token);
    if (claims === undefined) throw new Error('not verified');
    const { client_id, sid, iat, exp, cnf, seal } = claims;
    const other = { sub: '7', client_id, sid, iat, exp, cnf };
    const forged = await broker.app.sessionTokens.sign(other, Buffer.from(seal, 'base64url'));
    expect((await client.call(forged, '/v1/account')).status).toBe(401);
    expect((await client.call(access_token, '/v1/account')).status).toBe(200);
  });

  it('of another broker is refused, though it is of the same kind (2.3, 4.9)', async () => {
    const other = await startBroker();
    try {
      const client = new TestClient(other);
      const { access_token } = (await client.signIn()) satisfies Tokens;
      const here = new TestClient(broker, client.key);
      expect((await here.call(access_token, '/v1/account')).status).toBe(401);
    } finally {
      await other.close();
    }
  });

  it('is refused when only forwarding headers make its URL match (4.13)', async () => {
    const client = new TestClient(broker);
    const { access_token } = await client.signIn();
    const htu = 'https://evil.example/v1/account';
    const proof = client.proof('GET', '/v1/account', access_token, { claims: { htu } });
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example;proto=https',
    };
    expect((await client.call(access_token, '/v1/account', { proof, headers })).status).toBe(401);
  });
});
