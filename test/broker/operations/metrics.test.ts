/** The figures: what is counted, on which port they are, and that nothing of a person becomes a label. */
import Fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMetrics, type Metrics } from '../../../broker/metrics/metrics.ts';
import { startMetricsServer } from '../../../broker/metrics/metrics-server.ts';
import metricsPlugin from '../../../broker/plugins/metrics-plugin.ts';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { PROBLEM_TYPE_PREFIX } from '../../../shared/problems.ts';

function measuredApp(metrics: Metrics) {
  const app = Fastify();
  app.register(metricsPlugin, { metrics });
  app.get('/v1/contacts/:id', async (request, reply) => {
    const { id } = request.params as { id: string };
    if (id === '404')
      return reply
        .code(404)
        .type('application/problem+json')
        .send({ type: `${PROBLEM_TYPE_PREFIX}contact-not-found`, status: 404 });
    return { id };
  });
  app.get(OAUTH_PATHS.callback, async (_request, reply) =>
    reply.redirect('https://extension.example.org/?error=access_denied&state=s3cret', 303),
  );
  app.post(OAUTH_PATHS.token, async (_request, reply) =>
    reply.code(400).send({ error: 'made-up-by-somebody', error_description: 'ada@example.ca' }),
  );
  onTestFinished(() => app.close());
  return app;
}

describe('the figures', () => {
  it('do not name a path that no route has', async () => {
    const metrics = createMetrics();
    await measuredApp(metrics).inject('/v1/people/ada@example.ca?token=s3cret');
    const text = await metrics.exposition();
    expect(text).toContain('broker_requests_total{method="any",route="unmatched",status="404"} 1');
    expect(text).not.toMatch(/ada|s3cret/);
  });

  it('count a request by its pattern, not by its id', async () => {
    const metrics = createMetrics();
    const app = measuredApp(metrics);
    await app.inject('/v1/contacts/4711');
    await app.inject('/v1/contacts/4712');
    const text = await metrics.exposition();
    expect(text).toContain('broker_requests_total{method="GET",route="/v1/contacts/:id",status="200"} 2');
    expect(text).toContain('broker_request_duration_seconds_count{method="GET",route="/v1/contacts/:id"} 2');
    expect(text).not.toMatch(/\{[^}]*471[12]/);
  });

  it('count a problem by its slug', async () => {
    const metrics = createMetrics();
    await measuredApp(metrics).inject('/v1/contacts/404');
    expect(await metrics.exposition()).toContain('broker_problems_total{problem="contact-not-found"} 1');
  });

  it('count a declined sign-in by the error that the extension gets', async () => {
    const metrics = createMetrics();
    await measuredApp(metrics).inject(OAUTH_PATHS.callback);
    const text = await metrics.exposition();
    expect(text).toContain('broker_sign_in_steps_total{step="callback",outcome="access_denied"} 1');
    expect(text).not.toContain('s3cret');
  });

  it('put no word of a caller into a label', async () => {
    const metrics = createMetrics();
    await measuredApp(metrics).inject({ method: 'POST', url: OAUTH_PATHS.token });
    const text = await metrics.exposition();
    expect(text).toContain('broker_sign_in_steps_total{step="token",outcome="other"} 1');
    expect(text).not.toMatch(/made-up|example\.ca/);
  });

  it("count Envoke's answers by endpoint and status", async () => {
    const metrics = createMetrics();
    metrics.envokeAnswered({ endpoint: 'GET /v1/contacts', status: 'timeout', durationMs: 2_000 });
    const text = await metrics.exposition();
    expect(text).toContain('broker_envoke_answers_total{endpoint="GET /v1/contacts",status="timeout"} 1');
    expect(text).toContain('broker_envoke_answer_duration_seconds_sum{endpoint="GET /v1/contacts"} 2');
  });

  it('leave the number of sessions out while the store is unreachable', async () => {
    const metrics = createMetrics();
    metrics.watchSessions(async () => {
      throw new Error('away');
    });
    const text = await metrics.exposition();
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toMatch(/^broker_sessions \d/m);
  });
});

describe('the port of the figures', () => {
  it('answers nothing but the figures', async () => {
    const metrics = createMetrics();
    metrics.watchSessions(async () => 3);
    const server = await startMetricsServer(metrics, { host: '127.0.0.1', port: 0 });
    onTestFinished(() => server.close());
    const at = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method });
    expect((await at('/')).status).toBe(404);
    expect((await at('/metrics', 'POST')).status).toBe(404);
    const answer = await at('/metrics');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await answer.text()).toMatch(/^broker_sessions 3$/m);
  });
});
