/**
 * Text and actions that callers control never reach a log level that alerts the operator: names of fields, and hanging
 * up at any moment.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUEST_MAX_BYTES } from '../../../shared/limits.ts';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';
import { openSocket, request } from './raw-request.ts';

let broker: RunningBroker;
let client: TestClient;
let token: string;
beforeAll(async () => {
  broker = await startBroker({ env: { RATE_SIGN_IN_PER_MINUTE: '100000' } });
  client = new TestClient(broker);
  token = (await client.signIn()).access_token;
});
afterAll(() => broker.close());

const levelsSince = (start: number) =>
  broker.log.slice(start).map((line) => (JSON.parse(line) as { level: number }).level);

describe('a name that a caller made up', () => {
  const NAME = 'jane.doe@example.org';
  const LONG = 'x'.repeat(REQUEST_MAX_BYTES - 1_000);

  it.each<[string, object, string]>([
    ['a field', { email: 'a@example.org', consent_status: 'Not Provided', [NAME]: 'x' }, ''],
    ['a long field', { email: 'a@example.org', consent_status: 'Not Provided', [LONG]: 'x' }, ''],
    [
      'a custom field',
      { email: 'a@example.org', consent_status: 'Not Provided', custom_fields: { jane_doe: 1 } },
      '/custom_fields',
    ],
    [
      'an index',
      { email: 'a@example.org', consent_status: 'Not Provided', interests: ['ok', 1] },
      '/interests/1',
    ],
  ])('as %s is neither answered nor logged', async (_what, body, pointer) => {
    const start = broker.log.length;
    const response = await client.call(token, '/v1/contacts', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'a-name-that-is-made-up-1' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(JSON.parse(text).errors[0].pointer).toBe(pointer);
    for (const said of [text, broker.log.slice(start).join('')]) {
      expect(said).not.toMatch(/jane.doe/);
      expect(said.length).toBeLessThan(5_000);
    }
  });

  it('as a value that was seen is neither answered nor logged', async () => {
    const [person] = broker.envoke.accounts[0]?.people.list() ?? [];
    const start = broker.log.length;
    const response = await client.call(token, `/v1/contacts/${person?.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'a-name-that-is-made-up-2' },
      body: JSON.stringify({ city: 'Harbourview', seen: { [NAME]: 'x', [LONG]: 'y' } }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/seen' }] });
    const said = broker.log.slice(start).join('');
    expect(said).not.toMatch(/jane.doe/);
    expect(said.length).toBeLessThan(5_000);
  });
});

describe('a caller who hangs up', () => {
  const FORM = 'Content-Type: application/x-www-form-urlencoded';
  const auth = () => [
    `Authorization: DPoP ${token}`,
    `DPoP: ${client.proof('GET', '/v1/activity.csv', token)}`,
  ];
  const half = (head: readonly string[], length: number) =>
    request([...head, 'Host: x', `Content-Length: ${length}`], 'client_id=');

  it.each<[string, () => string]>([
    ['with nothing sent', () => ''],
    ['in the middle of the head', () => 'GET /v1/account HTTP/1.1\r\nHost: x\r\nAuthor'],
    ['in the middle of a form', () => half(['POST /oauth/par HTTP/1.1', FORM], 500)],
    ['in the middle of a token request', () => half(['POST /oauth/token HTTP/1.1', FORM], 500)],
    [
      'in the middle of JSON',
      () => half(['POST /v1/contacts HTTP/1.1', 'Content-Type: application/json', ...auth()], 500),
    ],
    ['before the answer', () => request(['GET /oauth/authorize?client_id=x HTTP/1.1', 'Host: x'])],
    ['before a long answer', () => request(['GET /v1/activity.csv HTTP/1.1', 'Host: x', ...auth()])],
    [
      'after the first of many requests',
      () => request(['GET /v1/account HTTP/1.1', 'Host: x', ...auth()]).repeat(30),
    ],
    [
      'in the middle of a chunk',
      () => `POST /oauth/par HTTP/1.1\r\nHost: x\r\n${FORM}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab`,
    ],
  ])('%s makes no line above information', async (_when, text) => {
    const start = broker.log.length;
    for (const waitMs of [0, 0, 1, 2, 5, 20]) {
      for (const reset of [true, false]) {
        const socket = openSocket(broker.url);
        socket.on('error', () => undefined);
        await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
        socket.write(text());
        if (waitMs > 0) await sleep(waitMs);
        if (reset) socket.resetAndDestroy();
        else socket.destroy();
      }
    }
    await sleep(200);
    expect((await fetch(`${broker.url}/livez`)).status).toBe(200);
    expect(Math.max(0, ...levelsSince(start))).toBeLessThanOrEqual(30);
  });
});
