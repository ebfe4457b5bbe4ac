/** `/v1/activity`: the account's audit trail, a page at a time, and as one file with the contacts' names. */
import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { API_PATHS } from '../../shared/paths.ts';
import { ActivityQuerySchema, ActivitySchema } from '../../shared/schemas/account.ts';
import type { ActivityExport } from '../contacts/contacts-service.ts';

const ActivityCsvQuerySchema = Type.Object(
  {
    contact_id: ActivityQuerySchema.properties.contact_id,
    /** Of the headings; without it they are the names of the wire. */
    language: Type.Optional(Type.Union([Type.Literal('en'), Type.Literal('fr')])),
  },
  { additionalProperties: false },
);

/** Text on the wire, sent as it is made. */
const FileSchema = Type.Unsafe<Readable>(Type.String());

const MEDIA_TYPES = { csv: 'text/csv', json: 'application/json' } as const;

const activityRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { contacts } = app;
  app.addHook('onRequest', app.authenticate);
  const sendFile = ({ session, left }: FastifyRequest, reply: FastifyReply, options: ActivityExport) => {
    reply
      .type(`${MEDIA_TYPES[options.form]}; charset=utf-8`)
      .header('content-disposition', `attachment; filename="activity.${options.form}"`);
    return Readable.from(contacts.exportActivity(session, options, left));
  };

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
        summary: 'The same as one CSV file, with the names that Envoke has now',
        produces: ['text/csv'],
        querystring: ActivityCsvQuerySchema,
        response: { 200: FileSchema },
      },
    },
    async (request, reply) => sendFile(request, reply, { ...request.query, form: 'csv' }),
  );

  app.get(
    API_PATHS.activityJson,
    {
      schema: {
        operationId: 'exportActivityAsJson',
        summary: 'The same as one JSON file, with the names that Envoke has now',
        querystring: Type.Pick(ActivityQuerySchema, ['contact_id']),
        response: { 200: FileSchema },
      },
    },
    async (request, reply) => sendFile(request, reply, { ...request.query, form: 'json' }),
  );
};

export default activityRoutes;
