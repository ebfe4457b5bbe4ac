/** The token endpoint: verifier and key are proven first, then Envoke's code is spent, once. */
import type { FastifyPluginAsync } from 'fastify';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { acceptTokenRequest } from '../../authorization/token-request.ts';
import { browserName } from '../../session/browser-name.ts';
import { issueSession } from './issue-session.ts';
import { parametersOf, proveKey } from './oauth-endpoint.ts';

const token: FastifyPluginAsync = async (app) => {
  app.post(OAUTH_PATHS.token, async (request, reply) => {
    const jkt = await proveKey(app, request, reply);
    const code = await acceptTokenRequest(parametersOf(request), jkt, app.sealed);
    const { sessionToken, expiresInSeconds } = await issueSession(
      app,
      code,
      browserName(request.headers['user-agent']),
      request.log,
    );
    return reply.header('pragma', 'no-cache').send({
      access_token: sessionToken,
      token_type: 'DPoP',
      expires_in: expiresInSeconds,
      scope: 'contacts',
    });
  });
};

export default token;
