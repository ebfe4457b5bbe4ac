/**
 * Traces by OpenTelemetry, off until the standard variables name an exporter. Spans contain routes, endpoints, statuses
 * and reasons from closed lists: never an id, an address, a query or anything of a contact, so that any service may
 * store the traces.
 */
import type { SpanContext, Tracer } from '@opentelemetry/api';

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
  /** Exports the remaining spans. */
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Undefined when no setting asks for traces. @see
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export async function createTracing(env: Environment): Promise<Tracing | undefined> {
  if (!isWanted(env)) return undefined;
  // Loaded only when needed: it takes a fifth of the broker's start time.
  const [{ SpanKind, SpanStatusCode, trace, ROOT_CONTEXT }, sdk, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const { detectResources, envDetector, resourceFromAttributes, serviceNameEnvDetector } = resources;
  const provider = new sdk.TracerProvider({
    sampler: samplerOf(env, sdk),
    resource: resourceFromAttributes({ 'service.name': 'contacts-for-envoke-broker' }).merge(
      detectResources({ detectors: [envDetector, serviceNameEnvDetector] }),
    ),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
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
    close: () => provider.shutdown(),
  };
}

function isWanted(env: Environment): boolean {
  if (env.OTEL_SDK_DISABLED === 'true' || env.OTEL_TRACES_EXPORTER === 'none') return false;
  const { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_EXPORTER } = env;
  const named = OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || OTEL_EXPORTER_OTLP_ENDPOINT;
  return Boolean(named) || OTEL_TRACES_EXPORTER === 'otlp';
}

/** Each request starts its own trace, so a sampler that depends on the parent never applies. */
function samplerOf(env: Environment, sdk: typeof import('@opentelemetry/sdk-trace')) {
  const name = (env.OTEL_TRACES_SAMPLER ?? 'always_on').replace('parentbased_', '');
  if (name === 'always_off') return new sdk.AlwaysOffSampler();
  const ratio = Number(env.OTEL_TRACES_SAMPLER_ARG || 1);
  return name === 'traceidratio' && ratio >= 0 && ratio <= 1
    ? new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(ratio) })
    : new sdk.AlwaysOnSampler();
}
