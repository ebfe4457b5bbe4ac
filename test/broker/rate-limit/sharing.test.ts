/** The counts that brokers share every second, when one of them stops. */
import Fastify from 'fastify';
import fp from 'fastify-plugin';
import { expect, it } from 'vitest';
import rateLimit from '../../../broker/plugins/rate-limit.ts';

it('a broker that stops waits for the counts that it is sharing, so that its database is still open', async () => {
  const flushing = Promise.withResolvers<void>();
  const began = Promise.withResolvers<void>();
  const events: string[] = [];
  const sessions = {
    count: () => 0,
    flush: async () => {
      began.resolve();
      await flushing.promise;
      events.push('counts are shared');
    },
  };
  const strangers = { count: () => 0, flush: async () => {} };
  const app = Fastify();
  await app.register(
    fp(
      async (broker) => {
        broker.decorate('config', { rates: {} } as never);
        broker.addHook('onClose', async () => {
          events.push('the database is closed');
        });
      },
      { name: 'services' },
    ),
  );
  await app.register(rateLimit, { sessions, strangers });
  await app.ready();
  await began.promise;
  const closed = app.close();
  flushing.resolve();
  await closed;
  expect(events).toEqual(['counts are shared', 'the database is closed']);
});
