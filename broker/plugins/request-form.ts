/** Refuses requests that two HTTP implementations could read differently, before other code uses them. */
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ProblemError } from '../errors.ts';
import { atOnce } from './at-once.ts';

/** Browsers send about 20. */
const HEADERS_MAX = 64;
/** Node takes the first value or joins them; a proxy in front may do the opposite. */
const ONCE = new Set([
  'host',
  'authorization',
  'dpop',
  'content-type',
  'content-length',
  'content-encoding',
  'idempotency-key',
  'origin',
  'cookie',
  'sec-fetch-site',
]);

export default fp(
  async (app) => {
    app.addHook('onRequest', atOnce(checkForm));
  },
  { name: 'request-form' },
);

function checkForm({ raw, headers }: FastifyRequest): void {
  if (raw.rawHeaders.length > HEADERS_MAX * 2)
    throw new ProblemError('headers-too-large', 'too-many-headers');
  if (!raw.url?.startsWith('/')) throw new ProblemError('invalid-request', 'request-target');
  if (raw.httpVersionMajor < 1) throw new ProblemError('invalid-request', 'http-0.9');
  const seen = new Set<string>();
  for (let index = 0; index < raw.rawHeaders.length; index += 2) {
    const name = raw.rawHeaders[index]?.toLowerCase() ?? '';
    if (!ONCE.has(name)) continue;
    if (seen.has(name)) throw new ProblemError('invalid-request', 'doubled-header');
    seen.add(name);
  }
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new ProblemError('unsupported-media-type', 'content-encoding');
  }
}
