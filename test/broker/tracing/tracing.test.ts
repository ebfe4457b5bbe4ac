/** Traces: none until an exporter is named, and then nothing of people, tokens or queries in them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { ConfigError, loadConfig } from '../../../broker/config.ts';
import { createTracing } from '../../../broker/tracing/tracing.ts';
import { watchExporter } from '../../../broker/tracing/watched-exporter.ts';
import { freePort } from '../../free-port.ts';
import { createChildBroker } from '../hardening/child-broker.ts';
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

/** What the broker makes of the variables of OpenTelemetry. */
const tracesOf = (env: Record<string, string>) =>
  loadConfig({ ENVOKE_CLIENT_ID: 'x', ENVOKE_CLIENT_SECRET: 'y', ...env }).traces;

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A collector of OTLP over HTTP, and what it was sent. */
async function startCollector() {
  const bodies: string[] = [];
  const answer = { status: 200 };
  const server = createServer(async (request, response) => {
    bodies.push(await text(request));
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies, answer };
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
])('are off when %s', (_what, env) => {
  expect(tracesOf(env)).toBeUndefined();
});

const SOME = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' };

it.each([
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'banana' }, 'OTEL_EXPORTER_OTLP_ENDPOINT must be an http(s) URL'],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT must be an http(s) URL'],
  [
    { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: '/v1' },
    'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT must be an http(s) URL',
  ],
  [{ ...SOME, OTEL_TRACES_EXPORTER: 'banana' }, 'OTEL_TRACES_EXPORTER must be one of otlp, none'],
  [{ ...SOME, OTEL_TRACES_SAMPLER: 'banana' }, 'OTEL_TRACES_SAMPLER must be one of always_on'],
  [
    { ...SOME, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: 'banana' },
    'OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1',
  ],
  [
    { ...SOME, OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '50' },
    'OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1',
  ],
])('are refused before the start, without the value, with %j', (env, fault) => {
  const faults: string[] = [];
  try {
    tracesOf(env);
  } catch (error) {
    if (error instanceof ConfigError) faults.push(...error.faults);
  }
  expect(faults).toEqual([expect.stringContaining(fault)]);
  expect(faults.join()).not.toMatch(/banana|4318 |50/);
});

it.each([
  [SOME, 1],
  [{ OTEL_TRACES_EXPORTER: 'otlp' }, 1],
  [{ ...SOME, OTEL_TRACES_SAMPLER: 'parentbased_always_off' }, 0],
  [{ ...SOME, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.25' }, 0.25],
])('are taken of the part of the requests that %j asks for', (env, ratio) => {
  expect(tracesOf(env)).toEqual({ ratio });
});

it('that a collector refuses are told of in one line, with its answer', async () => {
  const collector = await startCollector();
  collector.answer.status = 404;
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', collector.url);
  const broker = await startBroker({ tracing: await createTracing({ ratio: 1 }) });
  await new TestClient(broker).open('/livez');
  await broker.close();
  const told = broker.log.filter((line) => line.includes('traces are')).map((line) => JSON.parse(line));
  expect(told).toMatchObject([{ reason: '404', msg: expect.stringContaining('traces are not sent') }]);
});

it('that no longer arrive are told of once, and once when they arrive again', () => {
  const outcomes = ['ECONNREFUSED', 'ECONNREFUSED', '', '', 'ETIMEDOUT'];
  const told: string[] = [];
  const exporter = watchExporter(
    {
      export(_spans, done) {
        const code = outcomes.shift();
        done(code === '' ? { code: 0 } : { code: 1, error: Object.assign(new Error('not sent'), { code }) });
      },
      shutdown: async () => undefined,
    },
    { failed: (reason) => told.push(reason), worksAgain: () => told.push('again') },
  );
  while (outcomes.length > 0) exporter.export([], () => undefined);
  expect(told).toEqual(['ECONNREFUSED', 'again', 'ETIMEDOUT']);
});

it('to a collector that nobody reaches hold up no stop', async () => {
  const broker = await createChildBroker({
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${await freePort()}` },
  });
  onTestFinished(() => broker.remove());
  await broker.start();
  await fetch(`${broker.origin}/livez`);
  const beganMs = performance.now();
  expect(await broker.stop()).toBe(0);
  expect(performance.now() - beganMs).toBeLessThan(5_000);
  expect(broker.said()).toContain('traces are not sent');
  expect(broker.said()).toContain('broker has stopped');
}, 60_000);

it('name routes and endpoints, one trace a request, and hold nothing of a contact, a query or a token', async () => {
  const collector = await startCollector();
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', collector.url);
  const tracing = await createTracing({ ratio: 1 });
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
