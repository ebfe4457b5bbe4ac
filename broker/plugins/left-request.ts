/**
 * Detects that the client has disconnected: a search that the next letter has made useless is cancelled down to Envoke.
 */
import fp from 'fastify-plugin';
import { atOnce } from './at-once.ts';

/** A property of the request: each collection of garbage would look through a WeakMap of all requests. */
const LEFT = Symbol('left');

declare module 'fastify' {
  interface FastifyRequest {
    /** Aborted when the connection closes before the answer is sent. */
    readonly left: AbortSignal;
    [LEFT]: AbortController | undefined;
  }
}

export default fp(
  async (app) => {
    app.decorateRequest(LEFT, undefined);
    app.decorateRequest('left', {
      getter() {
        this[LEFT] ??= new AbortController();
        return this[LEFT].signal;
      },
    });

    // Only the signals that a route has asked for are aborted.
    app.addHook(
      'onRequest',
      atOnce((request, reply) => {
        reply.raw.once('close', () => {
          if (!reply.raw.writableFinished) request[LEFT]?.abort();
        });
      }),
    );
  },
  { name: 'left-request' },
);
