/**
 * Traces by OpenTelemetry, off until its standard variables name an exporter. Spans contain routes, endpoints, statuses
 * and reasons from closed lists: never an id, an address, a query or anything of a contact, so that any service may
 * store the traces.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SpanContext, Tracer } from '@opentelemetry/api';
import { type ExportWatcher, watchExporter } from './watched-exporter.ts';

export interface RequestSpan {
  /** Tracer for the calls that a request waits for. */
  readonly context: SpanContext;
  end(answer: { route: string; status: number; problem: string | undefined }): void;
}

export interface Tracing {
  requestBegan(method: string): RequestSpan;
  /** @param parent the span of the request that waits for the call, where it is known */
  envokeAnswered(
    answer: { endpoint: string; status: number | string; durationMs: number },
    parent: SpanContext | undefined,
  ): void;
  /** Names who is told when spans no longer arrive. */
  watchExports(watcher: ExportWatcher): void;
  /** Exports the remaining spans, and waits for it two seconds at most. */
  close(): Promise<void>;
}

/** The last spans may take this long to be sent when the broker stops; the exporter itself tries for ten seconds. */
const LAST_EXPORT_MAX_MS = 2_000;

/** @param ratio the part of the requests that is traced. The exporter reads the other variables of OpenTelemetry itself. */
export async function createTracing({ ratio }: { ratio: number }): Promise<Tracing> {
  // Loaded only when needed: it takes a fifth of the broker's start time.
  const [{ SpanKind, SpanStatusCode, trace, ROOT_CONTEXT }, sdk, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const { detectResources, envDetector, resourceFromAttributes, serviceNameEnvDetector } = resources;
  let watcher: ExportWatcher | undefined;
  const exporter = watchExporter(new OTLPTraceExporter(), {
    failed: (reason) => watcher?.failed(reason),
    worksAgain: () => watcher?.worksAgain(),
  });
  const provider = new sdk.TracerProvider({
    sampler: new sdk.TraceIdRatioBasedSampler(ratio),
    resource: resourceFromAttributes({ 'service.name': 'contacts-for-envoke-broker' }).merge(
      detectResources({ detectors: [envDetector, serviceNameEnvDetector] }),
    ),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
  });
  const tracer: Tracer = provider.getTracer('contacts-for-envoke');
  return {
    requestBegan(method) {
      const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, ROOT_CONTEXT);
      return {
        context: span.spanContext(),
        end({ route, status, problem }) {
          span.updateName(`${method} ${route}`);
          span.setAttributes({
            'http.request.method': method,
            'http.route': route,
            'http.response.status_code': status,
            ...(problem !== undefined && { 'error.type': problem }),
          });
          if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    envokeAnswered({ endpoint, status, durationMs }, parent) {
      const context = parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent);
      const endTime = Date.now();
      const startTime = endTime - durationMs;
      const span = tracer.startSpan(`Envoke ${endpoint}`, { kind: SpanKind.CLIENT, startTime }, context);
      const isFailure = typeof status === 'string' || status >= 400;
      span.setAttributes({
        'url.template': endpoint,
        ...(typeof status === 'number' && { 'http.response.status_code': status }),
        ...(isFailure && { 'error.type': String(status) }),
      });
      if (isFailure) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(endTime);
    },
    watchExports(by) {
      watcher = by;
    },
    async close() {
      const timeout = new AbortController();
      const sent = provider.shutdown().catch(() => undefined);
      const late = sleep(LAST_EXPORT_MAX_MS, true, { signal: timeout.signal }).catch(() => undefined);
      if (await Promise.race([sent, late])) watcher?.failed('timeout');
      timeout.abort();
    },
  };
}
