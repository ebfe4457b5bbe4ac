/**
 * One log line for each answer. It has the route's pattern and never the URL: queries contain codes, states and search
 * texts.
 */
import fp from 'fastify-plugin';
import { atOnce } from './at-once.ts';

export default fp(
  async (app) => {
    app.addHook(
      'onResponse',
      atOnce((request, reply) => {
        request.log.info(
          {
            method: request.is404 ? 'any' : request.method,
            route: request.is404 ? 'unmatched' : request.routeOptions.url,
            status: reply.statusCode,
            duration_ms: Math.round(reply.elapsedTime * 10) / 10,
          },
          'answered',
        );
      }),
    );
  },
  { name: 'request-log' },
);
