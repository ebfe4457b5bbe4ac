/** Limits per address and per session, so that one client with many requests does not slow down the others. */
import fp from 'fastify-plugin';
import { HEALTH_PATHS, OAUTH_PATHS } from '../../shared/paths.ts';
import { ProblemError } from '../errors.ts';
import { clientSubject } from '../rate-limit/client-address.ts';
import type { RateCounter } from '../rate-limit/rate-counter.ts';
import { atOnce } from './at-once.ts';
import { logFailedChore } from './problem-handler.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** @throws ProblemError too-many-requests */
    limitSession: (sessionId: string) => void;
  }
}

const SIGN_IN_PATHS: ReadonlySet<string | undefined> = new Set([
  OAUTH_PATHS.pushedAuthorizationRequest,
  OAUTH_PATHS.authorize,
  OAUTH_PATHS.callback,
  OAUTH_PATHS.finished,
  OAUTH_PATHS.token,
  OAUTH_PATHS.revoke,
]);
const UNLIMITED_PATHS: ReadonlySet<string | undefined> = new Set([HEALTH_PATHS.live, HEALTH_PATHS.ready]);

export default fp<{ sessions: RateCounter; strangers: RateCounter }>(
  async (app, { sessions, strangers }) => {
    const { rates } = app.config;
    const limit = (counter: RateCounter, subject: string, perMinute: number) => {
      const retryAfterSeconds = counter.count(subject, perMinute);
      if (retryAfterSeconds > 0)
        throw new ProblemError('too-many-requests', subject.slice(0, 1), { retryAfterSeconds });
    };
    app.decorate('limitSession', (sessionId: string) =>
      limit(sessions, `s ${sessionId}`, rates.sessionPerMinute),
    );
    app.addHook(
      'onRequest',
      atOnce((request) => {
        const path = request.routeOptions.url;
        if (UNLIMITED_PATHS.has(path)) return;
        const address = clientSubject(request.ips ?? [request.ip]);
        if (SIGN_IN_PATHS.has(path)) limit(strangers, `i ${address}`, rates.signInPerMinute);
        else limit(strangers, `a ${address}`, rates.addressPerMinute);
      }),
    );
    const share = async () => {
      await sessions.flush();
      await strangers.flush();
    };
    let sharing: Promise<void> | undefined;
    const flush = setInterval(() => {
      sharing ??= share()
        .catch((err) => logFailedChore(app.log, err, 'rate counts not shared'))
        .finally(() => {
          sharing = undefined;
        });
    }, 1_000);
    flush.unref();
    app.addHook('onClose', async () => {
      clearInterval(flush);
      // The database closes after this.
      await sharing;
    });
  },
  { name: 'rate-limit', dependencies: ['services'] },
);
