/** The token endpoint: checks verifier and key first, then exchanges Envoke's code once. */
import type { FastifyPluginAsync } from 'fastify';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { deviceParameters } from '../../authorization/device-parameters.ts';
import { FLOW_COOKIE_OPTIONS } from '../../authorization/flow-cookie.ts';
import { checkKey, codeOf, openTokenRequest } from '../../authorization/token-request.ts';
import { browserName } from '../../session/browser-name.ts';
import { issueSession } from '../../sign-in/issue-session.ts';
import { checkProof, claimProof, parametersOf } from './oauth-endpoint.ts';

/** Without a nonce: how long before its arrival a request may have been made. */
const UNDER_WAY_MAX_MS = 2_000;

const token: FastifyPluginAsync = async (app) => {
  app.post(OAUTH_PATHS.token, async (request, reply) => {
    const arrivedAtMs = app.now();
    const parameters = parametersOf(request);
    const grant = await openTokenRequest(parameters, request.cookies, app.sealed);
    const device = { ...deviceParameters(parameters), browser: browserName(request.headers['user-agent']) };
    const proof = checkProof(app, app.signInProofs, request, reply);
    checkKey(grant, proof.jkt);
    const { proofHash } = await claimProof(app.signInProofs, proof);
    const code = codeOf(grant);
    const madeAfterMs = Math.max(proof.madeAfterMs ?? 0, arrivedAtMs - UNDER_WAY_MAX_MS);
    const { sessionToken, expiresInSeconds } = await issueSession(
      app,
      { code, device, proofHash, madeAfterMs },
      request.log,
    );
    // The client makes its next proof with this nonce. So a repeat of this request shows that it was made after this
    // answer.
    reply.header('dpop-nonce', app.signInProofs.issueNonce());
    if (grant.cookieName !== undefined) reply.clearCookie(grant.cookieName, FLOW_COOKIE_OPTIONS);
    return reply.header('pragma', 'no-cache').send({
      access_token: sessionToken,
      token_type: 'DPoP',
      expires_in: expiresInSeconds,
      scope: 'contacts',
    });
  });
};

export default token;
