/** Traces: none until an exporter is named, and then nothing of people, tokens or queries in them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { createTracing, type Tracing } from '../../../broker/tracing/tracing.ts';
import { startBroker } from '../running-broker.ts';
import { TestClient } from '../test-client.ts';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
}

const ATTRIBUTES = new Set([
  'http.request.method',
  'http.route',
  'http.response.status_code',
  'error.type',
  'url.template',
]);

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A collector of OTLP over HTTP, and what it was sent. */
async function startCollector() {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await text(request));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
}

function spansOf(bodies: readonly string[]): Span[] {
  return bodies.flatMap((body) => {
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
  });
}

it.each([
  ['nothing is set', {}],
  ['the SDK is disabled', { OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' }],
  [
    'the exporter is none',
    { OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' },
  ],
])('are off when %s', async (_what, env) => {
  expect(await createTracing(env)).toBeUndefined();
});

it('name routes and endpoints, one trace a request, and hold nothing of a contact, a query or a token', async () => {
  const collector = await startCollector();
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', collector.url);
  const tracing = (await createTracing(process.env)) as Tracing;
  const broker = await startBroker({ tracing });
  const client = new TestClient(broker);
  const { access_token } = await client.signIn();
  await client.call(access_token, '/v1/contacts?search=canary-name');
  await client.call(access_token, '/v1/contacts/404404');
  await client.open('/canary-path?canary=1', { 'user-agent': 'canary-agent' });
  await broker.close();

  const spans = spansOf(collector.bodies);
  const names = spans.map(({ name }) => name);
  expect(names).toContain('POST /oauth/token');
  expect(names).toContain('GET /v1/contacts');
  expect(names).toContain('GET unmatched');
  expect(names).toContain('Envoke GET /v1/contacts');
  const keys = new Set(spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)));
  expect([...keys].filter((key) => !ATTRIBUTES.has(key))).toEqual([]);
  const search = spans.find(({ name }) => name === 'GET /v1/contacts');
  const asked = spans.find(
    ({ name, parentSpanId }) => name.startsWith('Envoke') && parentSpanId === search?.spanId,
  );
  expect(asked?.traceId).toBe(search?.traceId);
  const sent = collector.bodies.join();
  for (const secret of [
    'canary',
    '404404',
    access_token,
    client.state,
    ...broker.envoke.grants.accessTokens(),
  ]) {
    expect(sent).not.toContain(secret);
  }
});
