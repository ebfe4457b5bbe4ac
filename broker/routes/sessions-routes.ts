/** The account's sessions on all devices: list them, end one, end all. An ended session is refused at once, by every broker. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { API_PATHS } from '../../shared/paths.ts';
import { SessionsSchema } from '../../shared/schemas/account.ts';
import { ProblemError } from '../errors.ts';

const SessionParamsSchema = Type.Object({ id: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) });

const sessions: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    API_PATHS.sessions,
    {
      onRequest: app.authenticate,
      schema: {
        operationId: 'listSessions',
        summary: 'Sessions of this account',
        response: { 200: SessionsSchema },
      },
    },
    async ({ session }) => ({
      sessions: (await app.vault.list(session.accountId)).map((row) => ({
        id: row.id,
        current: row.id === session.id,
        browser: row.browser,
        created_at: row.createdAt,
        last_used_at: row.lastUsedAt,
        expires_at: row.expiresAt,
      })),
    }),
  );

  app.delete(
    API_PATHS.sessions,
    {
      onRequest: app.authenticate,
      schema: {
        operationId: 'endAllSessions',
        summary: 'Ends all sessions, this one too',
        response: { 204: Type.Null() },
      },
    },
    async ({ session }, reply) => {
      await app.vault.endAll(session.accountId);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    API_PATHS.session,
    {
      onRequest: app.authenticate,
      schema: {
        operationId: 'endSession',
        summary: 'Ends one session of this account',
        params: SessionParamsSchema,
        response: { 204: Type.Null() },
      },
    },
    async ({ session, params }, reply) => {
      if (!(await app.vault.end(params.id, session.accountId))) {
        throw new ProblemError('session-not-found', 'not-of-this-account');
      }
      return reply.code(204).send(null);
    },
  );
};

export default sessions;
