/** Tells the other brokers on this store which keys this one has, as long as it runs. */
import fp from 'fastify-plugin';
import { createBrokerHeartbeat, HEARTBEAT_SECONDS } from '../keys/running-brokers.ts';

export default fp(
  async (app) => {
    const { join, renew, leave } = createBrokerHeartbeat(app.database, app.keys, app.now);
    const again = () => renew().catch((err) => app.log.warn({ err }, 'not announced'));
    let timer: NodeJS.Timeout | undefined;
    app.addHook('onReady', async () => {
      const others = await join();
      // What is kept in memory (proofs that were seen, limits) is not shared there.
      if (others > 0 && app.database.kind === 'sqlite')
        app.log.warn({ others }, 'several brokers need PostgreSQL, unless the other one was killed just now');
      timer = setInterval(again, HEARTBEAT_SECONDS * 1_000).unref();
    });
    app.addHook('onClose', async () => {
      clearInterval(timer);
      await leave().catch((err) => app.log.warn({ err }, 'not taken back'));
    });
  },
  { name: 'broker-heartbeat', dependencies: ['services'] },
);
