/** Where the sign-in window opens: from here to Envoke's authorize URI. */
import type { FastifyPluginAsync } from 'fastify';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { startFlow } from '../../authorization/authorize-hop.ts';
import { BINDING_COOKIE, BINDING_COOKIE_OPTIONS, STATE_COOKIE } from '../../authorization/browser-binding.ts';
import { FLOW_LIFETIME_SECONDS } from '../../authorization/flow.ts';
import { queryOf } from './browser-endpoint.ts';

const authorize: FastifyPluginAsync = async (app) => {
  app.get(OAUTH_PATHS.authorize, async (request, reply) => {
    const { state } = await startFlow(queryOf(request), request.cookies[BINDING_COOKIE], {
      sealed: app.sealed,
      now: app.now,
    });
    if (app.config.missingState === 'use-cookie') {
      reply.setCookie(STATE_COOKIE, state, { ...BINDING_COOKIE_OPTIONS, maxAge: FLOW_LIFETIME_SECONDS });
    }
    return reply.redirect(app.envoke.authorizationUrl(state), 302);
  });
};

export default authorize;
