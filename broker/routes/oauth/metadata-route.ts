/**
 * What a standard OAuth client reads first: metadata (RFC 8414) and the public keys of the session tokens (RFC 7517).
 */
import type { FastifyPluginAsync } from 'fastify';
import { OAUTH_PATHS } from '../../../shared/paths.ts';
import { authorizationServerMetadata } from '../../authorization/server-metadata.ts';

const metadata: FastifyPluginAsync = async (app) => {
  const document = authorizationServerMetadata(app.config.publicUrl);
  const keys = [...app.keys.signing.keys].map(([kid, { publicJwk }]) => ({
    ...publicJwk,
    kid,
    use: 'sig',
    alg: 'ES256',
  }));
  app.get(OAUTH_PATHS.metadata, async () => document);
  app.get(OAUTH_PATHS.jwks, async () => ({ keys }));
};

export default metadata;
