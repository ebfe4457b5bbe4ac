/** `GET /v1/lists`: what the forms offer. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { API_PATHS } from '../../shared/paths.ts';
import { ListsSchema } from '../../shared/schemas/contact.ts';

const listRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    API_PATHS.lists,
    {
      onRequest: app.authenticate,
      schema: {
        operationId: 'getLists',
        summary: 'Tags, subscriptions, custom fields and consent statuses',
        response: { 200: ListsSchema },
      },
    },
    (request) => app.contacts.lists(request.session, request.left),
  );
};

export default listRoutes;
