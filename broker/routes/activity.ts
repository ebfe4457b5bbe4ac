/** `/v1/activity`: the account's audit trail, as JSON a page at a time and as one CSV file. */
import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { API_PATHS } from '../../shared/paths.ts';
import { ActivityQuerySchema, ActivitySchema } from '../../shared/schemas/account.ts';

const ActivityCsvQuerySchema = Type.Pick(ActivityQuerySchema, ['contact_id'], {
  additionalProperties: false,
});

const activityRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { contacts } = app;
  app.addHook('preHandler', app.authenticate);

  app.get(
    API_PATHS.activity,
    {
      schema: {
        operationId: 'listActivity',
        summary: 'What was written, by whom, on what basis',
        querystring: ActivityQuerySchema,
        response: { 200: ActivitySchema },
      },
    },
    (request) => contacts.activity(request.session.accountId, request.query),
  );

  app.get(
    API_PATHS.activityCsv,
    {
      schema: {
        operationId: 'exportActivity',
        summary: 'The same as one CSV file',
        produces: ['text/csv'],
        querystring: ActivityCsvQuerySchema,
      },
    },
    (request, reply) => {
      const lines = contacts.activityCsv(request.session.accountId, request.query);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="activity.csv"')
        .send(Readable.from(lines));
    },
  );
};

export default activityRoutes;
