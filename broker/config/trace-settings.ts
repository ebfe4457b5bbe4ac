/**
 * Whether traces are wanted, and which: the standard variables of OpenTelemetry, as far as the broker decides by them. Pure.
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
import type { Config } from './config.ts';
import type { Environment } from './read-settings.ts';

const ENDPOINTS = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'] as const;
const EXPORTERS = ['otlp', 'none'];
/** Each request starts its own trace, so a sampler that depends on the parent never applies: the root's does. */
const SAMPLERS = ['always_on', 'always_off', 'traceidratio'].flatMap((name) => [name, `parentbased_${name}`]);

/** Undefined when no setting asks for traces; what is set is then not looked at. */
export function parseTraces(env: Environment, faults: string[]): Config['traces'] {
  const exporter = env.OTEL_TRACES_EXPORTER || undefined;
  if (env.OTEL_SDK_DISABLED === 'true' || exporter === 'none') return undefined;
  const endpoints = ENDPOINTS.filter((name) => env[name]);
  if (endpoints.length === 0 && exporter === undefined) return undefined;
  if (exporter !== undefined && !EXPORTERS.includes(exporter))
    faults.push(`OTEL_TRACES_EXPORTER must be one of ${EXPORTERS.join(', ')}`);
  for (const name of endpoints)
    if (!isHttpUrl(env[name] ?? ''))
      faults.push(`${name} must be an http(s) URL, as in http://127.0.0.1:4318`);
  return { ratio: parseRatio(env, faults) };
}

function isHttpUrl(value: string): boolean {
  return /^https?:$/.test(URL.parse(value)?.protocol ?? '');
}

function parseRatio(env: Environment, faults: string[]): number {
  const sampler = env.OTEL_TRACES_SAMPLER || 'always_on';
  if (!SAMPLERS.includes(sampler)) faults.push(`OTEL_TRACES_SAMPLER must be one of ${SAMPLERS.join(', ')}`);
  if (sampler.endsWith('always_off')) return 0;
  if (!sampler.endsWith('traceidratio')) return 1;
  const ratio = Number(env.OTEL_TRACES_SAMPLER_ARG || 1);
  if (!(ratio >= 0 && ratio <= 1)) faults.push('OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1');
  return ratio;
}
