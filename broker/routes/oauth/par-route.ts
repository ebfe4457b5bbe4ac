/** Pushed authorization requests (RFC 9126): where a sign-in begins. */
import type { FastifyPluginAsync } from 'fastify';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { FLOW_COOKIE_OPTIONS, outdatedFlows } from '../../authorization/flow-cookie.ts';
import { acceptPushedRequest, checkPushedRequest } from '../../authorization/pushed-request.ts';
import { checkProof, claimProof, parametersOf } from './oauth-endpoint.ts';

const par: FastifyPluginAsync = async (app) => {
  const redirectUris = [...app.config.extensionRedirectUris, app.config.publicUrl + OAUTH_PATHS.finished];
  app.post(OAUTH_PATHS.pushedAuthorizationRequest, async (request, reply) => {
    const checked = checkPushedRequest(parametersOf(request), redirectUris);
    const proof = checkProof(app, app.signInProofs, request, reply);
    await claimProof(app.signInProofs, proof);
    const pushed = await acceptPushedRequest(checked, proof.jkt, { sealed: app.sealed, now: app.now });
    for (const name of outdatedFlows(request.cookies)) reply.clearCookie(name, FLOW_COOKIE_OPTIONS);
    return reply
      .code(201)
      .setCookie(pushed.cookie.name, pushed.cookie.value, {
        ...FLOW_COOKIE_OPTIONS,
        maxAge: pushed.expiresInSeconds,
      })
      .send({ request_uri: pushed.requestUri, expires_in: pushed.expiresInSeconds });
  });
};

export default par;
