/**
 * Token revocation (RFC 7009): ends the session when the client proves the token's key. A token copied from a log ends
 * nothing. The answer is 200 for any other token too (section 2.2).
 */
import type { FastifyPluginAsync } from 'fastify';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { requireParameter } from '../../authorization/form.ts';
import { OAuthError } from '../../authorization/oauth-error.ts';
import { checkClient } from '../../authorization/registered-client.ts';
import { checkProof, claimProof, parametersOf } from './oauth-endpoint.ts';

const revoke: FastifyPluginAsync = async (app) => {
  app.post(OAUTH_PATHS.revoke, async (request, reply) => {
    const parameters = parametersOf(request);
    checkClient(parameters);
    const token = requireParameter(parameters, 'token');
    const proof = checkProof(app, app.proofs, request, reply);
    const claims = await app.sessionTokens.verify(token, { evenExpired: true });
    if (claims === undefined) return reply.code(200).send();
    if (claims.cnf.jkt !== proof.jkt) {
      throw new OAuthError('invalid_dpop_proof', 'wrong-key', 'The token is bound to another key.');
    }
    await claimProof(app.proofs, proof);
    await app.vault.end(claims.sid, claims.sub);
    return reply.code(200).send();
  });
};

export default revoke;
