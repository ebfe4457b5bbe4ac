/** `GET /openapi.json`: the document that the routes' own schemas make. */
import type { FastifyPluginAsync } from 'fastify';
import { HEALTH_PATHS } from '../../shared/paths.ts';

const openapi: FastifyPluginAsync = async (app) => {
  let text: string | undefined;
  app.get(HEALTH_PATHS.openapi, async (_request, reply) => {
    text ??= JSON.stringify(app.swagger());
    return reply.type('application/json').send(text);
  });
};

export default openapi;
