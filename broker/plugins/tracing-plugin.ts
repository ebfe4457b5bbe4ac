/** One span for each request, by route pattern, and a way to find the request that waits for a call to Envoke. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { SpanContext } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { problemOf } from '../metrics/answer-outcome.ts';
import type { RequestSpan, Tracing } from '../tracing/tracing.ts';

const UNMATCHED = 'unmatched';
/** HTTP's own methods; any other method that a stranger sends is not used as a name. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** The request in progress. */
export type CurrentSpan = AsyncLocalStorage<SpanContext>;

export const createCurrentSpan = (): CurrentSpan => new AsyncLocalStorage();

export default fp<{ tracing: Tracing; current: CurrentSpan }>(
  async (app, { tracing, current }) => {
    const spans = new WeakMap<FastifyRequest, RequestSpan>();
    const problems = new WeakMap<FastifyRequest, string>();
    app.addHook('onRequest', (request, _reply, done) => {
      const span = tracing.requestBegan(METHODS.has(request.method) ? request.method : '_OTHER');
      spans.set(request, span);
      current.run(span.context, done);
    });
    app.addHook('onSend', async (request, reply, payload) => {
      const contentType = String(reply.getHeader('content-type') ?? '');
      const problem = problemOf({ status: reply.statusCode, contentType, payload });
      if (problem !== undefined) problems.set(request, problem);
    });
    app.addHook('onResponse', async (request, reply) => {
      const route = request.is404 ? UNMATCHED : (request.routeOptions.url ?? UNMATCHED);
      spans.get(request)?.end({ route, status: reply.statusCode, problem: problems.get(request) });
    });
    tracing.watchExports({
      failed: (reason) => app.log.warn({ reason }, 'traces are not sent: see OTEL_EXPORTER_OTLP_ENDPOINT'),
      worksAgain: () => app.log.warn('traces are sent again'),
    });
    app.addHook('onClose', () => tracing.close());
  },
  { name: 'tracing' },
);
