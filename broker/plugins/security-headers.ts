/**
 * Headers of every answer. Static and our own: @fastify/helmet costs a quarter of the throughput for the same headers.
 */
import fp from 'fastify-plugin';
import { atOnce } from './at-once.ts';

const API_CONTENT_SECURITY_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A year (ASVS 3.4.1); sent only over TLS, where browsers obey it. */
const STRICT_TRANSPORT_SECURITY = 'max-age=31536000; includeSubDomains';

/** @param publicUrl the broker's origin */
export function securityHeaders(publicUrl: string): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': API_CONTENT_SECURITY_POLICY,
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    vary: 'Authorization, DPoP, Origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': STRICT_TRANSPORT_SECURITY }),
  };
}

export default fp(
  async (app) => {
    const fixed = securityHeaders(app.config.publicUrl);
    app.addHook(
      'onRequest',
      atOnce((request, reply) => {
        reply.headers(fixed).header('x-request-id', request.id);
      }),
    );
  },
  { name: 'security-headers', dependencies: ['services'] },
);
