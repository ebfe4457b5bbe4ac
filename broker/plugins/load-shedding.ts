/** Says "later" while it still can: past a number of requests under way, or when the event loop lags, the answer is 503. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import fp from 'fastify-plugin';
import { HEALTH_PATHS } from '../../shared/paths.ts';
import { ProblemError } from '../errors.ts';

const LAG_MAX_MS = 1_000;
const LAG_SAMPLE_MS = 500;
const RETRY_AFTER_SECONDS = 2;

export default fp(
  async (app) => {
    let inFlight = 0;
    let lagMs = 0;
    const delay = monitorEventLoopDelay({ resolution: 20 });
    delay.enable();
    const sample = setInterval(() => {
      lagMs = delay.mean / 1e6;
      delay.reset();
    }, LAG_SAMPLE_MS);
    sample.unref();

    app.addHook('onRequest', async (request, reply) => {
      inFlight += 1;
      // Unlike onResponse, this also comes when the caller goes away.
      reply.raw.once('close', () => {
        inFlight -= 1;
      });
      const isBusy = inFlight > app.config.maxRequestsInFlight || lagMs > LAG_MAX_MS;
      if (isBusy && request.routeOptions.url !== HEALTH_PATHS.live) {
        throw new ProblemError('overloaded', lagMs > LAG_MAX_MS ? 'event-loop-lag' : 'in-flight', {
          retryAfterSeconds: RETRY_AFTER_SECONDS,
        });
      }
    });
    app.addHook('onClose', async () => {
      clearInterval(sample);
      delay.disable();
    });
  },
  { name: 'load-shedding', dependencies: ['services'] },
);
