/** `/v1/contacts`: search, get, look up, ends of consent, create, change, tags and subscriptions, unsubscribe. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { API_PATHS } from '../../shared/paths.ts';
import {
  ConsentEndsPageSchema,
  ConsentEndsQuerySchema,
  ContactChangesSchema,
  ContactDraftSchema,
  ContactSchema,
  ContactsByIdQuerySchema,
  ContactsByIdSchema,
  ContactsPageSchema,
  ContactsQuerySchema,
  InterestChangesSchema,
  LookupAnswerSchema,
  LookupSchema,
  UnsubscribeSchema,
  VoidAnswerSchema,
  VoidedWriteSchema,
} from '../../shared/schemas/contact.ts';
import { ContactParamsSchema, callerOf, WriteHeadersSchema } from './write-request.ts';

const contactRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { contacts } = app;
  app.addHook('onRequest', app.authenticate);

  app.get(
    API_PATHS.contacts,
    {
      schema: {
        operationId: 'searchContacts',
        summary: 'Searches contacts, newest first',
        querystring: ContactsQuerySchema,
        response: { 200: ContactsPageSchema },
      },
    },
    (request) => contacts.search(request.session, request.query, request.left),
  );

  app.get(
    API_PATHS.contact,
    {
      schema: {
        operationId: 'getContact',
        summary: 'One contact',
        params: ContactParamsSchema,
        response: { 200: ContactSchema },
      },
    },
    (request) => contacts.get(request.session, request.params.id, request.left),
  );

  app.post(
    API_PATHS.contactLookup,
    {
      schema: {
        operationId: 'lookUpContacts',
        summary: 'Who of these e-mails is in Envoke',
        body: LookupSchema,
        response: { 200: LookupAnswerSchema },
      },
    },
    (request) => contacts.lookUp(request.session, request.body.emails, request.left),
  );

  app.get(
    API_PATHS.contactsById,
    {
      schema: {
        operationId: 'getContacts',
        summary: 'Several contacts by their ids',
        querystring: ContactsByIdQuerySchema,
        response: { 200: ContactsByIdSchema },
      },
    },
    async (request) => ({
      contacts: await contacts.getMany(request.session, request.query.ids.split(','), request.left),
    }),
  );

  app.get(
    API_PATHS.consentEnds,
    {
      schema: {
        operationId: 'listConsentEnds',
        summary: 'When consent ends, a page of contacts at a time',
        querystring: ConsentEndsQuerySchema,
        response: { 200: ConsentEndsPageSchema },
      },
    },
    (request) => contacts.consentEnds(request.session, request.query.skip ?? 0, request.left),
  );

  app.post(
    API_PATHS.contacts,
    {
      schema: {
        operationId: 'createContact',
        summary: 'Adds a contact; never overwrites one',
        headers: WriteHeadersSchema,
        body: ContactDraftSchema,
        response: { 201: ContactSchema },
      },
    },
    async (request, reply) => {
      const contact = await contacts.create(callerOf(request), request.body);
      return reply.code(201).send(contact);
    },
  );

  app.post(
    API_PATHS.contactVoid,
    {
      schema: {
        operationId: 'voidWrite',
        summary: 'Takes back a write that was not carried out',
        headers: WriteHeadersSchema,
        body: VoidedWriteSchema,
        response: { 200: VoidAnswerSchema },
      },
    },
    (request) => contacts.void(callerOf(request), request.body),
  );

  const change = {
    headers: WriteHeadersSchema,
    params: ContactParamsSchema,
    response: { 200: ContactSchema },
  };

  app.patch(
    API_PATHS.contact,
    {
      schema: {
        operationId: 'updateContact',
        summary: 'Changes what is named',
        ...change,
        body: ContactChangesSchema,
      },
    },
    (request) => contacts.update(callerOf(request), request.params.id, request.body),
  );

  app.post(
    API_PATHS.contactInterests,
    {
      schema: {
        operationId: 'changeInterests',
        summary: 'Sets and unsets tags and subscriptions',
        ...change,
        body: InterestChangesSchema,
      },
    },
    (request) => contacts.changeInterests(callerOf(request), request.params.id, request.body),
  );

  app.post(
    API_PATHS.contactUnsubscribe,
    {
      schema: {
        operationId: 'unsubscribeContact',
        summary: 'Revokes consent',
        ...change,
        body: UnsubscribeSchema,
      },
    },
    (request) => contacts.unsubscribe(callerOf(request), request.params.id, request.body),
  );
};

export default contactRoutes;
