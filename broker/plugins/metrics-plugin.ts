/** Counts every answer by route pattern; reads nothing else of a request. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { OAUTH_PATHS } from '../../shared/paths.ts';
import { type Answer, problemOf, signInOutcomeOf } from '../metrics/answer-outcome.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { atOnce } from './at-once.ts';

/** Paths of the sign-in, with the name of the step in the metrics. */
const STEPS: Readonly<Record<string, string>> = {
  [OAUTH_PATHS.pushedAuthorizationRequest]: 'par',
  [OAUTH_PATHS.authorize]: 'authorize',
  [OAUTH_PATHS.callback]: 'callback',
  [OAUTH_PATHS.token]: 'token',
};

const UNMATCHED = 'unmatched';

export default fp<{ metrics: Metrics }>(
  async (app, { metrics }) => {
    app.addHook('onSend', (request, reply, payload, done) => {
      const answer = answerOf(reply, payload);
      const problem = answer.status < 400 ? undefined : problemOf(answer);
      if (problem !== undefined) metrics.problemAnswered(problem);
      const step = STEPS[routeOf(request)];
      if (step !== undefined && request.method !== 'OPTIONS')
        metrics.signInStepDone(step, signInOutcomeOf(answer));
      done();
    });
    app.addHook(
      'onResponse',
      atOnce((request, reply) => {
        metrics.requestAnswered({
          method: routeOf(request) === UNMATCHED ? 'any' : request.method,
          route: routeOf(request),
          status: reply.statusCode,
          seconds: reply.elapsedTime / 1_000,
        });
      }),
    );
  },
  { name: 'metrics' },
);

/** The pattern, so that neither an id nor a path invented by a stranger becomes a label. */
function routeOf(request: FastifyRequest): string {
  return request.is404 ? UNMATCHED : (request.routeOptions.url ?? UNMATCHED);
}

function answerOf(reply: FastifyReply, payload: unknown): Answer {
  const location = reply.getHeader('location');
  return {
    status: reply.statusCode,
    contentType: String(reply.getHeader('content-type') ?? ''),
    payload,
    location: typeof location === 'string' ? location : undefined,
  };
}
