/** Whether whoever asked is still there: a search that the next letter has overtaken is given up all the way. */
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { atOnce } from './at-once.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Aborted when the connection closes before the answer is sent. */
    readonly left: AbortSignal;
  }
}

export default fp(
  async (app) => {
    const signals = new WeakMap<FastifyRequest, AbortController>();

    app.decorateRequest('left', {
      getter() {
        const present = signals.get(this);
        if (present !== undefined) return present.signal;
        const left = new AbortController();
        signals.set(this, left);
        return left.signal;
      },
    });

    // Only what a route has asked about is told.
    app.addHook(
      'onRequest',
      atOnce((request, reply) => {
        reply.raw.once('close', () => {
          if (!reply.raw.writableFinished) signals.get(request)?.abort();
        });
      }),
    );
  },
  { name: 'left-request' },
);
