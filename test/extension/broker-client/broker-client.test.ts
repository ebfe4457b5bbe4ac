/** The broker's client against a real HTTP server: what it sends, and what each kind of answer becomes. */
import 'fake-indexeddb/auto';
import type { ServerResponse } from 'node:http';
import { EmbeddedJWK, jwtVerify } from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrokerClient } from '../../../extension/lib/broker-client/broker-client.ts';
import { BrokerError } from '../../../extension/lib/broker-client/broker-error.ts';
import { createBrokerClient } from '../../../extension/lib/broker-client/create-broker-client.ts';
import { createDpopKey } from '../../../extension/lib/session/dpop-keys.ts';
import { PROBLEM_TYPE_PREFIX } from '../../../shared/problems.ts';
import { aContact, type StubBroker, sendJson, sendProblem, startStubBroker } from '../stub-broker.ts';

const KEY = { idempotencyKey: 'key-0123456789abcdef' };
const DRAFT = { email: 'new@example.ca', consent_status: 'Not Provided' } as const;

describe('the broker client', () => {
  let key: CryptoKeyPair;
  let broker: StubBroker;
  let ended: string[];
  let isOnline = true;
  let isAllowed = true;
  let client: BrokerClient;

  beforeAll(async () => {
    key = await createDpopKey('client');
  });
  beforeEach(async () => {
    broker = await startStubBroker((_request, response) => sendJson(response, 200, aContact()));
    ended = [];
    isOnline = true;
    isAllowed = true;
    client = clientFor(broker.url);
  });
  afterEach(() => broker.close());

  const clientFor = (brokerUrl: string, isSignedIn = true) =>
    createBrokerClient({
      fetch,
      now: () => Date.now(),
      isOnline: () => isOnline,
      hasPermission: async () => isAllowed,
      loadSession: async () =>
        isSignedIn ? { accountId: '7', brokerUrl, sessionToken: 'session-token', key } : null,
      onSessionEnded: async ({ accountId }, state) => void ended.push(`${accountId} ${state}`),
    });
  const failure = async (call: Promise<unknown>): Promise<BrokerError> => {
    const error: unknown = await call.then(
      () => new Error('the call succeeded'),
      (reason: unknown) => reason,
    );
    if (!(error instanceof BrokerError)) throw error;
    return error;
  };

  it('sends nothing without a session', async () => {
    const error = await failure(clientFor(broker.url, false).account());
    expect(error.slug).toBe('not-signed-in');
    expect(broker.requests).toEqual([]);
  });

  it('says offline, permission-needed or broker-unreachable when nothing answers', async () => {
    await broker.close();
    expect((await failure(client.account())).slug).toBe('broker-unreachable');
    isAllowed = false;
    expect((await failure(client.account())).slug).toBe('permission-needed');
    isOnline = false;
    expect((await failure(client.account())).slug).toBe('offline');
  });

  it('follows no redirect', async () => {
    broker.answer = (_request, response) => response.writeHead(302, { location: '/v1/elsewhere' }).end();
    expect((await failure(client.account())).slug).toBe('broker-unreachable');
    expect(broker.requests).toHaveLength(1);
  });

  it.each<[what: string, answer: (response: ServerResponse) => void]>([
    [
      'a page instead of JSON',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Wi-Fi'),
    ],
    [
      'broken JSON',
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":'),
    ],
    [
      'a contact without consent',
      (response) => sendJson(response, 200, { ...aContact(), consent: undefined }),
    ],
    ['a contact whose id is a number', (response) => sendJson(response, 200, { ...aContact(), id: 7 })],
    [
      'a problem that the catalogue does not have',
      (response) => sendJson(response, 418, { type: 'about:blank' }),
    ],
    [
      'a problem that only a later broker has',
      (response) => sendJson(response, 503, { type: `${PROBLEM_TYPE_PREFIX}from-a-later-broker` }),
    ],
    ['an error without a body', (response) => response.writeHead(500).end()],
  ])('says bad-answer for %s', async (_what, answer) => {
    broker.answer = (_request, response) => answer(response);
    expect((await failure(client.contact('1'))).slug).toBe('bad-answer');
  });

  it.each([502, 503, 504])("treats a gateway's %i as an unreachable broker", async (status) => {
    broker.answer = (_request, response) =>
      response
        .writeHead(status, { 'content-type': 'text/html', 'retry-after': '30' })
        .end('<h1>Bad Gateway</h1>');
    expect(await failure(client.contact('1'))).toMatchObject({
      slug: 'broker-unreachable',
      status,
      retryAfterSeconds: 30,
    });
  });

  it("reads a gateway's 429 as a short pause", async () => {
    broker.answer = (_request, response) => response.writeHead(429, { 'retry-after': '3' }).end();
    expect((await failure(client.contact('1'))).slug).toBe('too-many-requests');
  });

  it("keeps a problem's details: request id, Envoke's sentences, the existing contact, how long to wait", async () => {
    broker.answer = (_request, response) =>
      sendProblem(response, 'contact-exists', {
        contact: aContact({ id: '55' }),
        envoke_errors: ['Email exists'],
        errors: [{ pointer: '/email', detail: 'exists' }],
        headers: { 'retry-after': '7' },
      });
    const error = await failure(client.createContact(DRAFT, KEY));
    expect(error).toMatchObject({
      slug: 'contact-exists',
      status: 409,
      requestId: 'request-1',
      retryAfterSeconds: 7,
    });
    expect(error.contact?.id).toBe('55');
    expect(error.envokeErrors).toEqual(['Email exists']);
    expect(error.errors).toEqual([{ pointer: '/email', detail: 'exists' }]);
  });

  it.each([
    ['session-ended', ['7 ended']],
    ['session-required', ['7 ended']],
    ['connection-ended', ['7 connection-ended']],
    ['proof-required', []],
    ['internal-error', []],
  ] as const)('on %s ends the session: %j', async (slug, expected) => {
    broker.answer = (_request, response) => sendProblem(response, slug);
    expect((await failure(client.account())).slug).toBe(slug);
    expect(ended).toEqual(expected);
  });

  it("ends an aborted call with the abort's reason", async () => {
    const stop = new AbortController();
    broker.answer = () => stop.abort(new Error('typed on'));
    await expect(client.searchContacts({ search: 'a' }, { signal: stop.signal })).rejects.toThrow('typed on');
  });

  it('repeats a request once with the new nonce, and uses it from then on', async () => {
    const nonces: unknown[] = [];
    broker.answer = async ({ headers }, response) => {
      const { payload } = await jwtVerify(String(headers.dpop), EmbeddedJWK);
      nonces.push(payload.nonce);
      if (payload.nonce === 'n1') return sendJson(response, 200, aContact());
      const asks = { 'dpop-nonce': 'n1', 'www-authenticate': 'DPoP error="use_dpop_nonce"' };
      sendProblem(response, 'use-dpop-nonce', { headers: asks });
    };
    await client.contact('1');
    await client.contact('1');
    expect(nonces).toEqual([undefined, 'n1', 'n1']);
  });

  it('does not repeat for ever when every nonce is refused', async () => {
    broker.answer = (_request, response) =>
      sendProblem(response, 'use-dpop-nonce', {
        headers: { 'dpop-nonce': 'n', 'www-authenticate': 'DPoP error="use_dpop_nonce"' },
      });
    expect((await failure(client.account())).slug).toBe('use-dpop-nonce');
    expect(broker.requests).toHaveLength(2);
  });

  it('sends token and proof for exactly this request, no cookie, and its idempotency key with a write', async () => {
    broker.answer = (_request, response) => sendJson(response, 201, aContact());
    await client.createContact(DRAFT, KEY);
    const [request] = broker.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/v1/contacts', body: JSON.stringify(DRAFT) });
    expect(request?.headers).toMatchObject({
      authorization: 'DPoP session-token',
      'content-type': 'application/json',
      'idempotency-key': KEY.idempotencyKey,
    });
    expect(request?.headers).not.toHaveProperty('cookie');
    const { payload } = await jwtVerify(String(request?.headers.dpop), EmbeddedJWK);
    expect(payload).toMatchObject({ htm: 'POST', htu: `${broker.url}/v1/contacts`, ath: expect.any(String) });
  });

  it('keeps what a person typed inside the query and the path', async () => {
    broker.answer = ({ url }, response) =>
      url.startsWith('/v1/contacts?')
        ? sendJson(response, 200, { contacts: [], next_skip: null, search: 'full' })
        : sendJson(response, 200, aContact());
    await client.searchContacts({ search: 'a&limit=9#/../é', limit: 5 });
    await client.contact('../sessions?x');
    expect(broker.requests.map(({ url }) => url)).toEqual([
      '/v1/contacts?search=a%26limit%3D9%23%2F..%2F%C3%A9&limit=5',
      '/v1/contacts/..%2Fsessions%3Fx',
    ]);
  });

  it('looks any number of e-mails up in their order, a hundred at a time', async () => {
    broker.answer = ({ body }, response) => {
      const { emails } = JSON.parse(body) as { emails: string[] };
      sendJson(response, 200, { results: emails.map((email) => ({ email, contact: null })) });
    };
    const emails = Array.from({ length: 230 }, (_, index) => `p${index}@example.ca`);
    const results = await client.lookUp(emails);
    expect(results.map(({ email }) => email)).toEqual(emails);
    expect(broker.requests).toHaveLength(3);
  });

  it('ends and names sessions, and reads the activity as text', async () => {
    broker.answer = ({ url }, response) =>
      url.includes('.csv')
        ? response.writeHead(200, { 'content-type': 'text/csv' }).end('at,action\n')
        : response.writeHead(204).end();
    await client.endSession('s1');
    await client.endOtherSessions();
    await client.endAllSessions();
    await client.nameSession('s1', 'Front desk');
    expect(await client.activityFile('csv', 'en')).toBe('at,action\n');
    expect(broker.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'DELETE /v1/sessions/s1',
      'DELETE /v1/sessions',
      'DELETE /v1/sessions?whose=everybody',
      'PATCH /v1/sessions/s1',
      'GET /v1/activity.csv?language=en',
    ]);
  });
});
