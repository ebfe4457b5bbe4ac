/**
 * Every operation of the OpenAPI document, with arbitrary parameters, headers and body: refused or answered, never a
 * server error.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBroker, startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';

/** Requests for each operation, without and with a session. */
const RUNS = 25;

interface Parameter {
  in: 'query' | 'path' | 'header';
  name: string;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: { $ref?: string; properties?: object } }> };
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: object }> };
}

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Document;
const OPERATIONS = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, operation]) =>
      [`${method.toUpperCase()} ${path}`, method.toUpperCase(), path, operation] as const,
  ),
);

/** Few, and each with a history. */
const NASTY = [
  '',
  '\0',
  '../../etc/passwd',
  '%2e%2e%2f',
  "' OR 1=1 --",
  '"><script>alert(1)</script>',
  '__proto__',
  'constructor',
  '\u202etxt',
  '{{7*7}}',
  '=1+1',
  '-1',
  '1e309',
  '0x10',
  '9'.repeat(400),
  'é'.repeat(300),
  '\ud83d\ude00',
  '\r\nX-Injected: 1',
  '//evil.example',
  'http://169.254.169.254/',
  'null',
  '[]',
];
const text = fc.oneof(fc.constantFrom(...NASTY), fc.string(), fc.string({ unit: 'binary', maxLength: 60 }));
/** The characters that an HTTP library allows in a header. */
const headerText = text.map((value) => value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').trim());

/** Headers that the broker reads, and some that others would. */
const HEADER_NAMES = [
  'authorization',
  'dpop',
  'content-type',
  'content-encoding',
  'cookie',
  'origin',
  'sec-fetch-site',
  'idempotency-key',
  'user-agent',
  'accept',
  'accept-language',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'x-real-ip',
  'x-http-method-override',
  'x-request-id',
  'range',
  'if-none-match',
  'te',
] as const;

function bodyOf({ requestBody }: Operation): fc.Arbitrary<{ type: string; body: string } | undefined> {
  const [type, { schema } = { schema: {} }] = Object.entries(requestBody?.content ?? {})[0] ?? [
    '',
    undefined,
  ];
  if (type === '') return fc.constant(undefined);
  const named = document.components.schemas[schema.$ref?.split('/').at(-1) ?? ''];
  const names = Object.keys((named ?? schema).properties ?? {});
  const member = fc.constantFrom(...names, '__proto__', 'nobody');
  if (type === 'application/x-www-form-urlencoded')
    return fc
      .array(fc.tuple(member, text), { maxLength: 8 })
      .map((pairs) => ({ type, body: new URLSearchParams(pairs).toString() }));
  const value = fc.oneof(text, fc.jsonValue(), fc.array(text, { maxLength: 3 }));
  const record = fc.array(fc.tuple(member, value), { maxLength: 8 });
  return fc
    .oneof(
      record.map((pairs) => JSON.stringify(Object.fromEntries(pairs))),
      fc.json(),
      text,
    )
    .map((body) => ({ type, body }));
}

function requestOf(path: string, operation: Operation) {
  const names = (place: string) =>
    operation.parameters?.filter((parameter) => parameter.in === place).map(({ name }) => name) ?? [];
  return fc.record({
    path: fc
      .array(text, { minLength: 2, maxLength: 2 })
      .map(([first = '']) => path.replace(/\{\w+\}/g, () => encodeURIComponent(first.toWellFormed()) || '1')),
    query: fc
      .array(fc.tuple(fc.constantFrom(...names('query'), 'nobody', 'code', 'state'), text), { maxLength: 4 })
      .map((pairs) => new URLSearchParams(pairs).toString()),
    headers: fc.dictionary(fc.constantFrom(...HEADER_NAMES), headerText, { maxKeys: 5 }),
    content: bodyOf(operation),
  });
}

let broker: RunningBroker;
let client: TestClient;
let token: string;

beforeAll(async () => {
  const limits = {
    RATE_ADDRESS_PER_MINUTE: '1000000',
    RATE_SIGN_IN_PER_MINUTE: '1000000',
    RATE_SESSION_PER_MINUTE: '1000000',
  };
  broker = await startBroker({ env: limits });
  client = new TestClient(broker);
  token = (await client.signIn()).access_token;
});
afterAll(() => broker.close());

function expectDecent(status: number, body: string): void {
  expect(status, body).toBeLessThan(500);
  expect(body).not.toMatch(/canary|node_modules|\n {4}at |SQLITE|ECONN/);
  for (const secret of broker.envoke.grants.accessTokens()) expect(body).not.toContain(secret);
}

describe('any request at all', () => {
  it.each(OPERATIONS)('is refused or answered: %s', async (_name, method, path, operation) => {
    await fc.assert(
      fc.asyncProperty(requestOf(path, operation), async ({ path: target, query, headers, content }) => {
        const response = await fetch(`${broker.url}${target}?${query}`, {
          method,
          redirect: 'manual',
          headers: { ...(content && { 'content-type': content.type }), ...headers },
          ...(content && { body: content.body }),
        });
        expectDecent(response.status, await response.text());
      }),
      { numRuns: RUNS },
    );
  });

  const API = OPERATIONS.filter(([, method, path]) => path.startsWith('/v1/') && method !== 'DELETE');
  it.each(API)('of a signed-in person is refused or answered: %s', async (_name, method, path, operation) => {
    await fc.assert(
      fc.asyncProperty(requestOf(path, operation), async ({ path: target, query, headers, content }) => {
        const {
          authorization: _a,
          dpop: _d,
          cookie: _c,
          origin: _o,
          'sec-fetch-site': _s,
          ...others
        } = headers;
        const response = await client.call(token, `${target}?${query}`, {
          method,
          headers: {
            'idempotency-key': 'a-key-of-24-characters--',
            ...(content && { 'content-type': content.type }),
            ...others,
          },
          ...(content && { body: content.body }),
        });
        expectDecent(response.status, await response.text());
      }),
      { numRuns: RUNS },
    );
  });

  it('leaves the broker running and the person signed in', async () => {
    expect((await client.call(token, '/v1/account')).status).toBe(200);
    expect(broker.log.join('\n')).not.toMatch(/"level":(50|60)/);
  });
});
