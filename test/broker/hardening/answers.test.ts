/**
 * The headers of every answer, for any request and caller: it must not be stored, framed, or read from another origin.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { sha256, TestClient } from '../test-client.ts';

interface Document {
  paths: Record<string, Record<string, unknown>>;
}

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Document;
const OPERATIONS = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => [method.toUpperCase(), path.replace(/\{\w+\}/g, '7')] as const),
);
const NOWHERE = [
  ['GET', '/'],
  ['GET', '/nowhere'],
  ['PUT', '/v1/contacts'],
  ['GET', '/oauth/callback?code=canary-code&state=<script>canary</script>'],
  ['GET', '/oauth/authorize?client_id=%22%3E%3Cscript%3Ecanary&request_uri=canary'],
] as const;
const STRANGERS = [
  'https://evil.example',
  'null',
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
  'moz-extension://not-an-id',
];

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker({ env: { RATE_SIGN_IN_PER_MINUTE: '20' } });
});
afterAll(() => broker.close());

const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  fetch(broker.url + path, { method, headers, redirect: 'manual' });

describe('every answer', () => {
  it.each([...OPERATIONS, ...NOWHERE])(
    'is not cached, cannot be framed and reveals nothing needless: %s %s',
    async (method, path) => {
      const { headers, status } = await ask(method, path);
      expect(status).toBeLessThan(500);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{16}$/);
      if (headers.get('content-length') !== '0')
        expect(headers.get('content-type')).toMatch(
          /^(application\/(problem\+)?json|text\/html; charset=utf-8)/,
        );
      for (const name of ['server', 'x-powered-by', 'etag', 'set-cookie'])
        expect(headers.get(name)).toBeNull();
    },
  );

  it.each(OPERATIONS.filter(([, path]) => path.startsWith('/v1/')))(
    'of the API is 401 without a session, whatever else is right or wrong: %s %s',
    async (method, path) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'k'.repeat(20) };
      const body = method === 'GET' ? undefined : '{}';
      const answer = await fetch(broker.url + path, { method, headers, ...(body && { body }) });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ type: expect.stringContaining('session-required') });
    },
  );

  it('is a plain 500 with the request id when the broker itself fails', async () => {
    const own = await startBroker();
    onTestFinished(() => own.close());
    own.app.database.all = () => Promise.reject(new Error('canary: row 7 of ada'));
    const client = new TestClient(own);
    const { sign } = own.app.sessionTokens;
    const now = Math.floor(own.clock.now() / 1000);
    const jkt = sha256(
      JSON.stringify({
        crv: client.key.jwk.crv,
        kty: client.key.jwk.kty,
        x: client.key.jwk.x,
        y: client.key.jwk.y,
      }),
    );
    const token = await sign(
      { sub: '1', client_id: 'c', sid: 'A'.repeat(43), iat: now, exp: now + 60, cnf: { jkt } },
      new Uint8Array(32),
    );
    const answer = await client.call(token, '/v1/account');
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({
      type: 'urn:contacts-for-envoke:problem:internal-error',
      title: expect.any(String),
      status: 500,
      instance: answer.headers.get('x-request-id'),
    });
    expect((await fetch(`${own.url}/livez`)).status).toBe(200);
  });

  it.each(NOWHERE)('repeats nothing of the request: %s %s', async (method, path) => {
    const body = await (await ask(method, path)).text();
    expect(body).not.toMatch(/canary|<script/);
  });

  it.each(STRANGERS)('is readable neither by %s nor after its preflight', async (origin) => {
    for (const [method, path] of OPERATIONS) {
      expect((await ask(method, path, { origin })).headers.get('access-control-allow-origin')).toBeNull();
      const preflight = await ask('OPTIONS', path, { origin, 'access-control-request-method': method });
      expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('what a stranger claims in a header', () => {
  it('is not trusted: changing X-Forwarded-For does not lift the limit of an address', async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 25; turn += 1) {
      const from = {
        'x-forwarded-for': `198.51.100.${turn}`,
        forwarded: `for=198.51.100.${turn}`,
        'x-real-ip': `198.51.100.${turn}`,
      };
      statuses.push((await ask('GET', '/oauth/callback', from)).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('is trusted from a trusted proxy, and only for the address that this proxy saw', async () => {
    const behind = await startBroker({ env: { TRUST_PROXY: '127.0.0.1/32', RATE_SIGN_IN_PER_MINUTE: '5' } });
    onTestFinished(() => behind.close());
    const from = (forwarded: string) =>
      fetch(`${behind.url}/oauth/callback`, { headers: { 'x-forwarded-for': forwarded } });
    for (let turn = 0; turn < 5; turn += 1)
      expect((await from(`203.0.113.${turn}, 198.51.100.1`)).status).toBe(400);
    expect((await from('203.0.113.99, 198.51.100.1')).status).toBe(429);
    expect((await from('198.51.100.1, 198.51.100.2')).status).toBe(400);
    for (let turn = 0; turn < 5; turn += 1) expect((await from(`2001:db8:1:2::${turn}`)).status).toBe(400);
    expect((await from('2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await from('2001:db8:1:3::1')).status).toBe(400);
  });

  it('changes neither issuer nor endpoints', async () => {
    const lies = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
    };
    const metadata = await (await ask('GET', '/.well-known/oauth-authorization-server', lies)).json();
    expect(JSON.stringify(metadata)).not.toContain('evil');
    expect(metadata).toMatchObject({ issuer: broker.url });
  });
});

it('sends HSTS for a year where the public address has TLS, and only there', async () => {
  const plain = await ask('GET', '/livez');
  expect(plain.headers.get('strict-transport-security')).toBeNull();
  const secure = await startBroker({ env: { PUBLIC_URL: 'https://contacts.example.ca' } });
  try {
    const answer = await secure.app.inject({ url: '/livez' });
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  } finally {
    await secure.close();
  }
});
