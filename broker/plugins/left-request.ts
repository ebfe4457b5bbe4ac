/**
 * Detects that the client has disconnected: a search that the next letter has made useless is cancelled down to Envoke.
 */
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

    // Only the signals that a route has asked for are aborted.
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
