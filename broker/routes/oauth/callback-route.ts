/** Where Envoke sends the browser back to: from here to the extension's redirect URI. */
import type { FastifyPluginAsync } from 'fastify';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { BINDING_COOKIE, BINDING_COOKIE_OPTIONS, STATE_COOKIE } from '../../authorization/browser-binding.ts';
import { answerCallback } from '../../authorization/callback-request.ts';
import { queryOf } from './browser-endpoint.ts';

const callback: FastifyPluginAsync = async (app) => {
  const envokeOrigin = new URL(app.config.envoke.authorizeUrl).origin;

  app.get(OAUTH_PATHS.callback, async (request, reply) => {
    const parameters = queryOf(request);
    const fallback = app.config.missingState === 'use-cookie' ? request.cookies[STATE_COOKIE] : undefined;
    const location = await answerCallback(
      parameters,
      parameters.state ?? fallback,
      request.cookies[BINDING_COOKIE],
      { sealed: app.sealed, issuer: app.config.publicUrl, envokeOrigin, now: app.now },
    );
    return reply
      .clearCookie(BINDING_COOKIE, BINDING_COOKIE_OPTIONS)
      .clearCookie(STATE_COOKIE, BINDING_COOKIE_OPTIONS)
      .redirect(location, 303);
  });
};

export default callback;
