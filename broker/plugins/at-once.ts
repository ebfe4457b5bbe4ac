/** Synchronous hooks. An async hook costs a promise and a turn of the queue, and a request runs a dozen hooks. */
import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';

/** `work` may throw any error that the error handler knows. */
export function atOnce(work: (request: FastifyRequest, reply: FastifyReply) => void) {
  return (request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void => {
    try {
      work(request, reply);
    } catch (error) {
      done(error instanceof Error ? error : new Error('not an error was thrown', { cause: error }));
      return;
    }
    done();
  };
}
