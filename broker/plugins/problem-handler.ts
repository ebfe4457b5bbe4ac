/** Every error is answered as `application/problem+json` (RFC 9457), and logged with its internal reason. */
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { PROBLEM_TYPE_PREFIX, PROBLEMS, type Problem } from '../../shared/problems.ts';
import { StoreUnavailableError } from '../database/database.ts';
import { ProblemError } from '../errors.ts';
import { problemOf } from './problem-of.ts';

const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export default fp(
  async (app) => {
    app.setErrorHandler(async (error, request, reply) => {
      const problem = problemOfRequest(error, request);
      logProblem(request, problem);
      return sendProblem(request, reply, problem);
    });
  },
  { name: 'problem-handler' },
);

/** A client that disconnects in the middle of a request is not an error of ours, whatever the exception is. */
export function problemOfRequest(error: unknown, request: FastifyRequest): ProblemError {
  const hasLeft = request.raw.destroyed && !request.raw.complete;
  return hasLeft ? new ProblemError('invalid-request', 'caller-left') : problemOf(error);
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: ProblemError,
): FastifyReply {
  setRetryAfter(reply, problem);
  return reply
    .code(problem.status)
    .type(PROBLEM_MEDIA_TYPE)
    .serializer(JSON.stringify)
    .send(problemBody(problem, request.id));
}

/** When another try makes sense, where the problem says so (RFC 9110 section 10.2.3). */
export function setRetryAfter(reply: FastifyReply, { details }: ProblemError): void {
  const { retryAfterSeconds } = details;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(Math.ceil(retryAfterSeconds)));
}

/** @param instance the request id */
function problemBody({ slug, details }: ProblemError, instance: string): Problem {
  return {
    type: PROBLEM_TYPE_PREFIX + slug,
    title: PROBLEMS[slug].title,
    status: PROBLEMS[slug].status,
    instance,
    ...(details.errors !== undefined && { errors: details.errors }),
    ...(details.envokeErrors !== undefined && { envoke_errors: details.envokeErrors }),
    ...(details.contact !== undefined && { contact: details.contact }),
    ...(details.retryAfterSeconds !== undefined && { retry_after: Math.ceil(details.retryAfterSeconds) }),
  };
}

/**
 * A caller's mistake or disconnection is logged as information; our own faults and Envoke's are logged as errors, with
 * their cause. A problem of the store is logged once, in `watch-store.ts`, and not again for every request.
 */
export function logProblem(request: FastifyRequest, { slug, reason, status, details }: ProblemError): void {
  if (status < 500 || reason === 'given-up' || slug === 'store-unavailable')
    request.log.info({ problem: slug, reason }, 'refused');
  else request.log.error({ problem: slug, reason, err: details.cause }, 'failed');
}

/** A background task of the broker failed and will run again. A problem of the store is logged in `watch-store.ts`. */
export function logFailedChore(log: FastifyBaseLogger, err: unknown, message: string): void {
  if (err instanceof StoreUnavailableError) log.debug({ reason: err.reason }, message);
  else log.warn({ err }, message);
}
