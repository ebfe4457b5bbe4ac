/**
 * Permissions that Envoke gave, or may have given, and that no session holds. They last a year, and only the person can
 * withdraw them, in Envoke. So each one is counted and logged.
 */
import type { FastifyBaseLogger } from 'fastify';
import fp from 'fastify-plugin';
import type { Metrics } from '../metrics/metrics.ts';

/** Why the permission led to no session. */
type OrphanCause = 'answer-lost' | 'account-not-read' | 'session-not-stored';

declare module 'fastify' {
  interface FastifyInstance {
    permissionOrphaned(cause: OrphanCause, log: FastifyBaseLogger): void;
  }
}

export default fp<{ metrics: Metrics | undefined }>(
  async (app, { metrics }) => {
    app.decorate('permissionOrphaned', (cause: OrphanCause, log: FastifyBaseLogger) => {
      metrics?.permissionOrphaned(cause);
      log.warn(
        { cause },
        'a code was spent without a session: a permission may remain at Envoke that nobody uses',
      );
    });
  },
  { name: 'orphaned-permissions' },
);
