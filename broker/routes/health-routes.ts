/** For supervisors and balancers: `/livez` says that the process answers, `/readyz` that its store takes writes. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { HEALTH_PATHS } from '../../shared/paths.ts';
import { uptimeMs } from '../clock.ts';

const StatusSchema = Type.Object({ status: Type.Literal('ok') });
/** The store is asked this often at most, however many ask: nobody needs a session to do so. */
const ASK_INTERVAL_MS = 1_000;

const health: FastifyPluginAsyncTypebox = async (app) => {
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let answer: Promise<unknown> = Promise.resolve();
  /** Changes no row, and yet fails when the store is locked, read-only or away. */
  const askStore = () => {
    if (uptimeMs() - askedAtMs < ASK_INTERVAL_MS) return answer;
    askedAtMs = uptimeMs();
    answer = app.database.run('UPDATE sessions SET id = id WHERE id = ?', ['']);
    return answer;
  };

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
      schema: { operationId: 'ready', summary: 'The store takes writes', response: { 200: StatusSchema } },
    },
    async () => {
      await askStore();
      return { status: 'ok' as const };
    },
  );
};

export default health;
