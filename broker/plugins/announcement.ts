/** Tells the other brokers on this store which keys this one has, as long as it runs. */
import fp from 'fastify-plugin';
import { ANNOUNCE_INTERVAL_SECONDS, createAnnouncement } from '../keys/running-brokers.ts';

export default fp(
  async (app) => {
    const { join, renew, leave } = createAnnouncement(app.database, app.keys, app.now);
    const again = () => renew().catch((err) => app.log.warn({ err }, 'not announced'));
    let timer: NodeJS.Timeout | undefined;
    app.addHook('onReady', async () => {
      await join();
      timer = setInterval(again, ANNOUNCE_INTERVAL_SECONDS * 1_000).unref();
    });
    app.addHook('onClose', async () => {
      clearInterval(timer);
      await leave().catch((err) => app.log.warn({ err }, 'not taken back'));
    });
  },
  { name: 'announcement', dependencies: ['services'] },
);
