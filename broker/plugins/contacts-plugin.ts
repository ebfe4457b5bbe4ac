/** `app.contacts`: the contacts service, for the routes. */
import fp from 'fastify-plugin';
import { type ContactsService, createContactsService } from '../contacts/contacts-service.ts';
import { digestKeys } from '../keys/digest-keys.ts';

declare module 'fastify' {
  interface FastifyInstance {
    contacts: ContactsService;
  }
}

export default fp(
  async (app) => {
    const { envoke, database, now, sharedClock, config, keys } = app;
    app.decorate(
      'contacts',
      createContactsService({
        envoke,
        database,
        now,
        sharedNow: sharedClock.now,
        sweepNow: sharedClock.earliest,
        envokeDeadlineMs: config.envoke.deadlineMs,
        activityDays: config.activityDays,
        digestKeys: digestKeys(keys.vault),
      }),
    );
  },
  { name: 'contacts', dependencies: ['services'] },
);
