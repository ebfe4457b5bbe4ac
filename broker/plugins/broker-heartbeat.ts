/** While it runs, reports this broker's keys to the other brokers on the store, and watches how their clocks differ. */
import fp from 'fastify-plugin';
import { CLOCK_APART_SECONDS } from '../clock.ts';
import { type ClockDifference, createBrokerHeartbeat, HEARTBEAT_SECONDS } from '../keys/running-brokers.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { logFailedChore } from './problem-handler.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** How this clock differs from the store's and the other brokers', when the difference is too large. */
    clockApart: () => ClockDifference | undefined;
  }
}

export default fp<{ metrics: Metrics | undefined }>(
  async (app, { metrics }) => {
    const { join, renew, leave } = createBrokerHeartbeat(app.database, app.keys, app.sharedClock.read);
    let clock: ClockDifference = { store: 0, brokers: 0 };
    const isApart = ({ store, brokers }: ClockDifference) =>
      Math.max(Math.abs(store), Math.abs(brokers)) > CLOCK_APART_SECONDS;
    const compareClocks = (read: ClockDifference) => {
      if (isApart(read) && !isApart(clock))
        app.log.warn(
          { ahead_seconds: read },
          'this clock differs from those of the store and the other brokers: let a time service set each of them',
        );
      if (!isApart(read) && isApart(clock)) app.log.info('the clocks agree again');
      clock = read;
    };
    app.decorate('clockApart', () => (isApart(clock) ? clock : undefined));
    metrics?.watchClock(() => clock);
    const again = () => renew().then(compareClocks, (err) => logFailedChore(app.log, err, 'not announced'));
    let timer: NodeJS.Timeout | undefined;
    app.addHook('onReady', async () => {
      const others = await join();
      // What is only in memory (used proofs, rate limits) is not shared in that case.
      if (others > 0 && app.database.kind === 'sqlite')
        app.log.warn({ others }, 'several brokers need PostgreSQL, unless the other one was killed just now');
      void again();
      timer = setInterval(again, HEARTBEAT_SECONDS * 1_000).unref();
    });
    app.addHook('onClose', async () => {
      clearInterval(timer);
      await leave().catch((err) => logFailedChore(app.log, err, 'not taken back'));
    });
  },
  { name: 'broker-heartbeat', dependencies: ['services'] },
);
