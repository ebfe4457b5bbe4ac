/** One line for each answer. The route's pattern and never the URL: queries hold codes, states and what people search for. */
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
