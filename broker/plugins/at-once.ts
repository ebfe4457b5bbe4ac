/** Hooks that wait for nothing. An async one costs a promise and a turn of the queue, and a request passes a dozen of them. */
import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';

/** `work` may throw what the error handler knows. */
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
