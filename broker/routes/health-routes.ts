/** For supervisors and balancers: `/livez` says that the process answers, `/readyz` that its store takes writes. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { HEALTH_PATHS } from '../../shared/paths.ts';

const closed = { additionalProperties: false } as const;
const StatusSchema = Type.Object({ status: Type.Literal('ok') }, closed);
const ReadySchema = Type.Object(
  {
    status: Type.Literal('ok'),
    /**
     * Present only when the difference is too large: how far this clock is ahead of the store's, and of the broker's
     * clock that differs most.
     */
    clock_ahead_seconds: Type.Optional(
      Type.Object({ store: Type.Integer(), brokers: Type.Integer() }, closed),
    ),
  },
  closed,
);

const health: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    HEALTH_PATHS.live,
    {
      exposeHeadRoute: true,
      schema: { operationId: 'live', summary: 'The process answers', response: { 200: StatusSchema } },
    },
    async () => ({ status: 'ok' as const }),
  );
  app.get(
    HEALTH_PATHS.ready,
    {
      exposeHeadRoute: true,
      schema: { operationId: 'ready', summary: 'The store takes writes', response: { 200: ReadySchema } },
    },
    async () => {
      await app.database.checkWorks();
      const apart = app.clockApart();
      return { status: 'ok' as const, ...(apart !== undefined && { clock_ahead_seconds: apart }) };
    },
  );
};

export default health;
