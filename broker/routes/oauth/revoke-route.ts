/** Token revocation (RFC 7009): ends the session. The answer is 200 whatever the token was (section 2.2). */
import type { FastifyPluginAsync } from 'fastify';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { requireParameter } from '../../authorization/form.ts';
import { checkClient } from '../../authorization/registered-client.ts';
import { parametersOf } from './oauth-endpoint.ts';

const revoke: FastifyPluginAsync = async (app) => {
  app.post(OAUTH_PATHS.revoke, async (request, reply) => {
    const parameters = parametersOf(request);
    checkClient(parameters);
    const claims = await app.sessionTokens.verify(requireParameter(parameters, 'token'), {
      evenExpired: true,
    });
    if (claims !== undefined) await app.vault.end(claims.sid, claims.sub);
    return reply.code(200).send();
  });
};

export default revoke;
