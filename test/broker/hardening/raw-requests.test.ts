/** Requests that HTTP libraries do not send: a request that two parsers could read differently is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';
import { request, sendRaw } from './raw-request.ts';

let broker: RunningBroker;
let client: TestClient;
let token: string;

beforeAll(async () => {
  broker = await startBroker({ env: { RATE_ADDRESS_PER_MINUTE: '100000' } });
  client = new TestClient(broker);
  token = (await client.signIn()).access_token;
});
afterAll(() => broker.close());

const HOST = 'Host: 127.0.0.1';
const CLOSE = 'Connection: close';
const lookup = (...headers: string[]) => ['POST /v1/contacts/lookup HTTP/1.1', HOST, CLOSE, ...headers];
const json = (body: string, ...headers: string[]) =>
  request(
    [
      ...lookup(
        `Authorization: DPoP ${token}`,
        `DPoP: ${client.proof('POST', '/v1/contacts/lookup', token)}`,
        'Content-Type: application/json',
        `Content-Length: ${Buffer.byteLength(body)}`,
      ),
      ...headers,
    ],
    body,
  );
const EMAILS = '{"emails":["ada@example.ca"]}';

type Row = [what: string, bytes: () => string | Uint8Array, statuses: number[]];

const SHAPES: Row[] = [
  ['no Host', () => request(['GET /livez HTTP/1.1', CLOSE]), [400]],
  ['two Hosts', () => request(['GET /livez HTTP/1.1', HOST, 'Host: evil.example', CLOSE]), [400]],
  ['an absolute target', () => request(['GET http://evil.example/livez HTTP/1.1', HOST, CLOSE]), [400]],
  ['an asterisk as target', () => request(['GET * HTTP/1.1', HOST, CLOSE]), [400]],
  ['CONNECT', () => request(['CONNECT evil.example:443 HTTP/1.1', HOST, CLOSE]), [0, 400, 404, 405]],
  ['TRACE', () => request(['TRACE /livez HTTP/1.1', HOST, CLOSE, 'X-Echo: canary-echo']), [400, 404, 405]],
  ['a method that there is not', () => request(['FOO /livez HTTP/1.1', HOST, CLOSE]), [400]],
  ['HTTP/0.9', () => 'GET /livez\r\n\r\n', [400]],
  ['HTTP/2 without agreement', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400]],
  ['TLS on the plain port', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', [400]],
  [
    'length and chunks',
    () => request(lookup('Content-Length: 5', 'Transfer-Encoding: chunked'), '0\r\n\r\n'),
    [400],
  ],
  ['two lengths', () => request(lookup('Content-Length: 5', 'Content-Length: 6'), 'hello!'), [400]],
  ['a length that is none', () => request(lookup('Content-Length: +5'), 'hello'), [400]],
  ['an unknown transfer coding', () => request(lookup('Transfer-Encoding: xchunked'), '0\r\n\r\n'), [400]],
  ['chunked twice', () => request(lookup('Transfer-Encoding: chunked, chunked'), '0\r\n\r\n'), [400]],
  ['a bare line feed', () => `GET /livez HTTP/1.1\n${HOST}\n\n`, [400]],
  ['a blank before the colon', () => request(['GET /livez HTTP/1.1', HOST, 'X-A : b', CLOSE]), [400]],
  ['a folded header', () => request(['GET /livez HTTP/1.1', HOST, 'X-A: b', ' c', CLOSE]), [400]],
  ['a NUL in a header', () => request(['GET /livez HTTP/1.1', HOST, 'X-A: b\0c', CLOSE]), [400]],
  ['a header of 17 KiB', () => request(['GET /livez HTTP/1.1', HOST, `X-A: ${'a'.repeat(17_408)}`]), [431]],
  [
    '2,000 headers',
    () => request(['GET /livez HTTP/1.1', HOST, CLOSE, ...Array.from({ length: 2_000 }, () => 'a:b')]),
    [431],
  ],
];

const CREDENTIALS: Row[] = [
  ['two Authorizations', () => json(EMAILS, `Authorization: DPoP ${token}`), [400]],
  ['two proofs', () => json(EMAILS, `DPoP: ${client.proof('POST', '/v1/contacts/lookup', token)}`), [400]],
  ['two Origins', () => json(EMAILS, 'Origin: null', 'Origin: https://evil.example'), [400]],
];

const deep = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;
const BODIES: Row[] = [
  [
    'a form where JSON is due',
    () => json(EMAILS).replace('application/json', 'application/x-www-form-urlencoded'),
    [415],
  ],
  [
    'JSON said to be UTF-16',
    () => json(EMAILS).replace('application/json', 'application/json; charset=utf-16'),
    [415],
  ],
  ['a member twice', () => json('{"emails":["a@example.ca"],"emails":["b@example.ca"]}'), [400]],
  ['a member twice, spelled otherwise', () => json('{"emails":["a@example.ca"],"email\\u0073":[]}'), [400]],
  [
    'bytes that are no UTF-8',
    () => Buffer.from(json('{"emails":["é@example.ca"]}').replace('é', '\xff\xfe'), 'latin1'),
    [400],
  ],
  ['text where JSON is due', () => json(EMAILS).replace('application/json', 'text/plain'), [415]],
  ['JSON said to be gzip', () => json(EMAILS, 'Content-Encoding: gzip'), [415]],
  ['lists 50,000 deep', () => json(deep('[', ']', 50_000)), [400]],
  ['objects 20,000 deep', () => json(deep('{"a":', '}', 20_000)), [400]],
  ['brackets that never close', () => json('['.repeat(100_000)), [400]],
  ['18,000 members', () => json(`{${Array.from({ length: 18_000 }, (_, n) => `"k${n}":1`).join()}}`), [400]],
  ['__proto__', () => json('{"__proto__":{"emails":["a@example.ca"]}}'), [400]],
  ['constructor.prototype', () => json('{"constructor":{"prototype":{"emails":1}}}'), [400]],
  ['half a character', () => json('{"emails":["\\ud800@example.ca"]}'), [400]],
  ['two JSON values', () => json(`${EMAILS}${EMAILS}`), [400]],
  ['nothing', () => json(''), [400]],
  ['a number of 250,000 digits', () => json(`{"emails":${'9'.repeat(250_000)}}`), [400]],
  ['a body over the limit', () => json(`{"emails":["${'a'.repeat(262_200)}"]}`), [413]],
];

describe('the broker, on the wire', () => {
  it('answers the well-formed request that the others are made from', async () => {
    expect((await sendRaw(broker.url, json(EMAILS))).status).toBe(200);
    const named = json(EMAILS).replace('application/json', 'Application/JSON; Charset="UTF-8"');
    expect((await sendRaw(broker.url, named)).status).toBe(200);
    const colons = json('{"emails":["a:b@example.ca"]}');
    expect((await sendRaw(broker.url, colons)).status).toBe(200);
  });

  it.each([...SHAPES, ...CREDENTIALS, ...BODIES])('refuses %s', async (_what, bytes, statuses) => {
    const answer = await sendRaw(broker.url, bytes());
    expect(statuses, answer.text).toContain(answer.status);
    expect(answer.text).not.toMatch(/canary|node_modules|\n {4}at /);
    expect((await fetch(`${broker.url}/livez`)).status).toBe(200);
  });

  it('does not take a second request out of the body of the first', async () => {
    const smuggled = 'GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
    const bytes = request(lookup('Content-Type: text/plain', `Content-Length: ${smuggled.length}`), smuggled);
    const { text } = await sendRaw(broker.url, bytes);
    expect(text.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });

  it('answers a thousand pipelined requests, each once', async () => {
    const many =
      request(['GET /livez HTTP/1.1', HOST]).repeat(999) + request(['GET /livez HTTP/1.1', HOST, CLOSE]);
    const { text } = await sendRaw(broker.url, many, 3_000);
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(1_000);
  });
});
