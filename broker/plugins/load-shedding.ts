/**
 * Says "later" while it still can: past a number of requests under way, or when the event loop lags, the answer is 503.
 * Strangers have half of the room, since their requests may hold it for as long as a slow body takes, and one account an
 * eighth; so neither takes all of it from the others.
 */
import underPressure from '@fastify/under-pressure';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { HEALTH_PATHS } from '../../shared/paths.ts';
import { ProblemError } from '../errors.ts';
import { atOnce } from './at-once.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts a request for its account, until it is answered. @throws ProblemError overloaded */
    limitAccount: (accountId: string, reply: FastifyReply) => void;
  }
}

const LAG_MAX_MS = 1_000;
const LAG_SAMPLE_MS = 500;
const RETRY_AFTER_SECONDS = 2;
const STRANGERS_PART = 1 / 2;
const ACCOUNT_PART = 1 / 8;
/** However small the room: a popup has about six requests under way. */
const ACCOUNT_MIN = 8;

export default fp(
  async (app) => {
    const inFlightMax = app.config.maxRequestsInFlight;
    const strangersMax = Math.ceil(inFlightMax * STRANGERS_PART);
    const accountMax = Math.max(ACCOUNT_MIN, Math.floor(inFlightMax * ACCOUNT_PART));
    const inFlight = new Map<string, number>();

    const enter = (whose: string, reply: FastifyReply): number => {
      const count = (inFlight.get(whose) ?? 0) + 1;
      inFlight.set(whose, count);
      // Unlike onResponse, this also comes when the caller goes away.
      reply.raw.once('close', () => {
        const left = (inFlight.get(whose) ?? 1) - 1;
        if (left > 0) inFlight.set(whose, left);
        else inFlight.delete(whose);
      });
      return count;
    };

    await app.register(underPressure, {
      maxEventLoopDelay: LAG_MAX_MS,
      sampleInterval: LAG_SAMPLE_MS,
      pressureHandler: async (request, _reply, _type, lagMs) => {
        // Infinity stands for "no sample yet", as after one short hiccup: that says nothing.
        if (lagMs === Number.POSITIVE_INFINITY) return;
        if (request.routeOptions.url !== HEALTH_PATHS.live) throw overloaded('event-loop-lag');
      },
    });
    app.addHook(
      'onRequest',
      atOnce((request, reply) => {
        const all = enter('all', reply);
        if (request.routeOptions.url === HEALTH_PATHS.live) return;
        if (all > inFlightMax) throw overloaded('in-flight');
        if (isOpenToStrangers(request) && enter('strangers', reply) > strangersMax) {
          throw overloaded('in-flight-strangers');
        }
      }),
    );
    app.decorate('limitAccount', (accountId: string, reply: FastifyReply) => {
      if (enter(`account ${accountId}`, reply) > accountMax) throw overloaded('in-flight-account');
    });
  },
  { name: 'load-shedding', dependencies: ['services'] },
);

/** The API asks who it is before it reads a body; a supervisor's question must not wait behind strangers. */
function isOpenToStrangers({ routeOptions: { url } }: FastifyRequest): boolean {
  return url === undefined || !(url.startsWith('/v1/') || url === HEALTH_PATHS.ready);
}

function overloaded(reason: string): ProblemError {
  return new ProblemError('overloaded', reason, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}
