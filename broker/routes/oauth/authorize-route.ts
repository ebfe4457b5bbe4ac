/** The first page of the sign-in window: redirects to Envoke's authorize URI. */
import type { FastifyPluginAsync } from 'fastify';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { startFlow } from '../../authorization/authorize-hop.ts';
import { FLOW_LIFETIME_SECONDS } from '../../authorization/flow.ts';
import { FLOW_COOKIE_OPTIONS } from '../../authorization/flow-cookie.ts';
import { queryOf } from './browser-endpoint.ts';

const authorize: FastifyPluginAsync = async (app) => {
  app.get(OAUTH_PATHS.authorize, async (request, reply) => {
    const { state, cookie } = await startFlow(queryOf(request), request.cookies, {
      sealed: app.sealed,
      now: app.now,
    });
    const sent = app.config.missingState === 'send-none' ? undefined : state;
    return reply
      .setCookie(cookie.name, cookie.value, { ...FLOW_COOKIE_OPTIONS, maxAge: FLOW_LIFETIME_SECONDS })
      .redirect(app.envoke.authorizationUrl(sent), 302);
  });
};

export default authorize;
