/** The authorization server: JSON endpoints and the sign-in window. Each kind reports errors in its own way. */
import cookie from '@fastify/cookie';
import type { FastifyPluginAsync } from 'fastify';
import authorize from './authorize-route.ts';
import { becomeWindowScope } from './browser-endpoint.ts';
import callback from './callback-route.ts';
import finished from './finished-route.ts';
import metadata from './metadata-route.ts';
import { becomeOAuthScope } from './oauth-endpoint.ts';
import par from './par-route.ts';
import revoke from './revoke-route.ts';
import token from './token-route.ts';

const oauth: FastifyPluginAsync = async (app) => {
  await app.register(cookie);
  await app.register(async (endpoints) => {
    becomeOAuthScope(endpoints);
    await endpoints.register(metadata);
    await endpoints.register(par);
    await endpoints.register(token);
    await endpoints.register(revoke);
  });
  await app.register(async (window) => {
    becomeWindowScope(window);
    await window.register(authorize);
    await window.register(callback);
    await window.register(finished);
  });
};

export default oauth;
