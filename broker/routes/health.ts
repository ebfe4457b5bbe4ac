/** For supervisors and balancers: `/livez` says that the process answers, `/readyz` that its store does. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { HEALTH_PATHS } from '../../shared/paths.ts';

const StatusSchema = Type.Object({ status: Type.Literal('ok') });

const health: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    HEALTH_PATHS.live,
    { schema: { operationId: 'live', summary: 'The process answers', response: { 200: StatusSchema } } },
    async () => ({ status: 'ok' as const }),
  );
  app.get(
    HEALTH_PATHS.ready,
    { schema: { operationId: 'ready', summary: 'The store answers', response: { 200: StatusSchema } } },
    async () => {
      await app.database.all('SELECT id FROM sessions LIMIT 1');
      return { status: 'ok' as const };
    },
  );
};

export default health;
