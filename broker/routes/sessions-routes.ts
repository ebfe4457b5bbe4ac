/**
 * The account's sessions on all devices: list them, name one's own, end one, end one's others, end all. An ended session
 * is refused at once, by every broker.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { API_PATHS } from '../../shared/paths.ts';
import {
  EndSessionsQuerySchema,
  SessionChangesSchema,
  SessionsSchema,
} from '../../shared/schemas/account.ts';
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
        own: row.id === session.id || (row.ownerHash !== null && row.ownerHash === session.ownerHash),
        device_name: row.deviceName,
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
        operationId: 'endSessions',
        summary: "Ends the person's other sessions; with whose=everybody all of the account, this one too",
        querystring: EndSessionsQuerySchema,
        response: { 204: Type.Null() },
      },
    },
    async ({ session, query }, reply) => {
      if (query.whose === 'everybody') await app.vault.endAll(session.accountId);
      else await app.vault.endOthers(session);
      return reply.code(204).send(null);
    },
  );

  app.patch(
    API_PATHS.session,
    {
      onRequest: app.authenticate,
      schema: {
        operationId: 'nameSession',
        summary: "Names the browser of one of the person's own sessions",
        params: SessionParamsSchema,
        body: SessionChangesSchema,
        response: { 204: Type.Null() },
      },
    },
    async ({ session, params, body }, reply) => {
      if (!(await app.vault.rename(params.id, body.device_name.trim(), session))) {
        throw new ProblemError('session-not-found', 'not-of-this-person');
      }
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
