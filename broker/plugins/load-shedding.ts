/**
 * Answers 503 before the broker is overloaded: when too many requests are in progress, or when the event loop is late.
 * Strangers may use half of the places, since a slow body can hold a place for a long time, and one account may use an
 * eighth. So neither can take all places from the others.
 */
import underPressure from '@fastify/under-pressure';
import type { FastifyReply } from 'fastify';
import fp from 'fastify-plugin';
import { HEALTH_PATHS } from '../../shared/paths.ts';
import { ProblemError } from '../errors.ts';
import { atOnce } from './at-once.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts a request for its account until it is answered. @throws ProblemError overloaded */
    limitAccount: (accountId: string, reply: FastifyReply) => void;
  }
}

const LAG_MAX_MS = 1_000;
const LAG_SAMPLE_MS = 500;
const RETRY_AFTER_SECONDS = 2;
const STRANGERS_PART = 1 / 2;
const ACCOUNT_PART = 1 / 8;
/** The minimum, however few places there are: a popup has about six requests in progress. */
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
        // Infinity means "no sample yet", for example after one short delay, and says nothing about the load.
        if (lagMs === Number.POSITIVE_INFINITY) return;
        if (request.routeOptions.url !== HEALTH_PATHS.live) throw overloaded('event-loop-lag');
      },
    });
    app.addHook(
      'onRequest',
      atOnce((request, reply) => {
        const all = enter('all', reply);
        // Fastify makes a new object at each look.
        const { url } = request.routeOptions;
        if (url === HEALTH_PATHS.live) return;
        if (all > inFlightMax) throw overloaded('in-flight');
        if (isOpenToStrangers(url) && enter('strangers', reply) > strangersMax) {
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

/** The API authenticates before it reads a body; a supervisor's health check must not wait behind strangers. */
function isOpenToStrangers(url: string | undefined): boolean {
  return url === undefined || !(url.startsWith('/v1/') || url === HEALTH_PATHS.ready);
}

function overloaded(reason: string): ProblemError {
  return new ProblemError('overloaded', reason, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}
