/** Pushed authorization requests (RFC 9126): where a sign-in begins. */
import type { FastifyPluginAsync } from 'fastify';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { BINDING_COOKIE, BINDING_COOKIE_OPTIONS } from '../../authorization/browser-binding.ts';
import { acceptPushedRequest } from '../../authorization/pushed-request.ts';
import { parametersOf, proveKey } from './oauth-endpoint.ts';

const par: FastifyPluginAsync = async (app) => {
  app.post(OAUTH_PATHS.pushedAuthorizationRequest, async (request, reply) => {
    const { jkt } = await proveKey(app, request, reply);
    const pushed = await acceptPushedRequest(parametersOf(request), jkt, {
      sealed: app.sealed,
      redirectUris: app.config.extensionRedirectUris,
      now: app.now,
    });
    return reply
      .code(201)
      .setCookie(BINDING_COOKIE, pushed.binding, {
        ...BINDING_COOKIE_OPTIONS,
        maxAge: pushed.expiresInSeconds,
      })
      .send({ request_uri: pushed.requestUri, expires_in: pushed.expiresInSeconds });
  });
};

export default par;
