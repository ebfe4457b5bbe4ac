/** The URL to which Envoke sends the browser back: redirects to the extension's redirect URI, or to the broker's own page. */
import type { FastifyPluginAsync } from 'fastify';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { answerCallback } from '../../authorization/callback-request.ts';
import { CODE_LIFETIME_SECONDS } from '../../authorization/flow.ts';
import { FLOW_COOKIE_OPTIONS } from '../../authorization/flow-cookie.ts';
import { queryOf } from './browser-endpoint.ts';

const callback: FastifyPluginAsync = async (app) => {
  const envokeOrigin = new URL(app.config.envoke.authorizeUrl).origin;

  app.get(OAUTH_PATHS.callback, async (request, reply) => {
    const { location, cookieName, sealedAnswer } = await answerCallback(queryOf(request), request.cookies, {
      sealed: app.sealed,
      issuer: app.config.publicUrl,
      envokeOrigin,
      mayLackState: app.config.missingState !== 'refuse',
      now: app.now,
    });
    if (sealedAnswer === undefined) reply.clearCookie(cookieName, FLOW_COOKIE_OPTIONS);
    else reply.setCookie(cookieName, sealedAnswer, { ...FLOW_COOKIE_OPTIONS, maxAge: CODE_LIFETIME_SECONDS });
    return reply.redirect(location, 303);
  });
};

export default callback;
