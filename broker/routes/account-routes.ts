/** The account behind the session, and how long session and connection last. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { API_PATHS } from '../../shared/paths.ts';
import { AccountSchema } from '../../shared/schemas/account.ts';

const account: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    API_PATHS.account,
    {
      onRequest: app.authenticate,
      schema: {
        operationId: 'getAccount',
        summary: 'The connected Envoke account',
        response: { 200: AccountSchema },
      },
    },
    async ({ session }) => ({
      id: session.accountId,
      name: session.accountName,
      connection_expires_at: session.connectionExpiresAt,
      session: { id: session.id, expires_at: session.expiresAt, idle_expires_at: session.idleExpiresAt },
    }),
  );
};

export default account;
