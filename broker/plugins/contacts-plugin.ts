/** `app.contacts`: the domain of contacts, for the routes. */
import fp from 'fastify-plugin';
import { type ContactsService, createContactsService } from '../contacts/contacts-service.ts';

declare module 'fastify' {
  interface FastifyInstance {
    contacts: ContactsService;
  }
}

export default fp(
  async (app) => {
    const { envoke, database, now, config } = app;
    app.decorate(
      'contacts',
      createContactsService({
        envoke,
        database,
        now,
        envokeDeadlineMs: config.envoke.deadlineMs,
        activityDays: config.activityDays,
      }),
    );
  },
  { name: 'contacts', dependencies: ['services'] },
);
