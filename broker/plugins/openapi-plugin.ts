/**
 * The OpenAPI 3.1 document, generated from the schemas that the routes use; `app.swagger()` returns it when all routes
 * exist.
 */
import swagger from '@fastify/swagger';
import fp from 'fastify-plugin';
import { API_PATHS, HEALTH_PATHS } from '../../shared/paths.ts';
import { SECURITY, SECURITY_SCHEMES, withProblems } from './openapi/api-operations.ts';
import { namedSchemas, withComponents } from './openapi/components.ts';
import { OAUTH_OPERATIONS } from './openapi/oauth-operations.ts';
import { withStatusNames } from './openapi/responses.ts';

const API_ROUTES = new Set<string>(Object.values(API_PATHS));
const HEALTH_ROUTES = new Set<string>([HEALTH_PATHS.live, HEALTH_PATHS.ready]);

export default fp(
  async (app) => {
    await app.register(swagger, {
      convertConstToEnum: false,
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Contacts for Envoke: broker',
          description:
            'OAuth 2 authorization server and API between the Contacts for Envoke extension and Envoke. ' +
            'Every call of the API carries a session token and a DPoP proof (RFC 9449).',
          version: '1',
        },
        components: { schemas: namedSchemas(), securitySchemes: SECURITY_SCHEMES },
      },
      transform: ({ schema, url }) => {
        if (API_ROUTES.has(url)) return { schema: { ...withProblems(schema), security: SECURITY }, url };
        if (HEALTH_ROUTES.has(url)) return { schema: withProblems(schema), url };
        return { schema: OAUTH_OPERATIONS[url] ?? schema, url };
      },
      transformObject: (document) =>
        'openapiObject' in document
          ? withComponents(withStatusNames(document.openapiObject))
          : document.swaggerObject,
    });
  },
  { name: 'openapi' },
);
