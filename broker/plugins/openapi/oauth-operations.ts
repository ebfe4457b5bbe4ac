/**
 * The OAuth endpoints in the OpenAPI document. The rules of their RFCs check their parameters, not a schema, since
 * those rules name the error of each fault. So the parameters are described here.
 */
import type { FastifySchema } from 'fastify';
import Type, { type TSchema } from 'typebox';
import { TAB_GRANT_TYPE } from '../../../shared/client.ts';
import { HEALTH_PATHS, OAUTH_PATHS } from '../../../shared/paths.ts';
import { DeviceNameSchema } from '../../../shared/schemas/account.ts';
import {
  OAuthErrorSchema,
  OwnerMarkSchema,
  PushedAuthorizationResponseSchema,
  TokenResponseSchema,
} from '../../../shared/schemas/oauth.ts';

const Text = Type.String();
const Redirect = { description: 'Redirect', type: 'null' };
const Page = {
  description: 'A page, in English or French, that says what to do',
  content: { 'text/html': { schema: Text } },
};
const DPoP = Type.Object({ dpop: Text });

function form(
  operationId: string,
  summary: string,
  body: TSchema,
  success: Record<string, unknown>,
): FastifySchema {
  return {
    operationId,
    summary,
    consumes: ['application/x-www-form-urlencoded'],
    body,
    response: { ...success, '4xx': OAuthErrorSchema, '5xx': OAuthErrorSchema },
  };
}

function get(operationId: string, summary: string, response: Record<string, unknown>): FastifySchema {
  return { operationId, summary, response };
}

export const OAUTH_OPERATIONS: Readonly<Record<string, FastifySchema>> = {
  [OAUTH_PATHS.metadata]: get('getMetadata', 'Authorization server metadata (RFC 8414)', {
    200: Type.Object({}),
  }),
  [OAUTH_PATHS.jwks]: get('getKeys', 'Public keys of the session tokens (RFC 7517)', {
    200: Type.Object({ keys: Type.Array(Type.Object({})) }),
  }),
  [OAUTH_PATHS.pushedAuthorizationRequest]: {
    ...form(
      'pushAuthorizationRequest',
      'Begins a sign-in (RFC 9126)',
      Type.Object({
        response_type: Type.Literal('code'),
        client_id: Text,
        redirect_uri: Text,
        code_challenge: Text,
        code_challenge_method: Type.Literal('S256'),
        state: Type.Optional(Text),
        scope: Type.Optional(Type.Literal('contacts')),
        ui_locales: Type.Optional(Text),
      }),
      { 201: PushedAuthorizationResponseSchema },
    ),
    headers: DPoP,
  },
  [OAUTH_PATHS.authorize]: {
    ...get('authorize', 'Where the sign-in window opens; goes on to Envoke', { 302: Redirect, '4xx': Page }),
    querystring: Type.Object({ client_id: Text, request_uri: Text }),
  },
  [OAUTH_PATHS.callback]: {
    ...get('callback', 'Where Envoke sends the browser back to; goes on to the redirect URI', {
      303: Redirect,
      '4xx': Page,
    }),
    querystring: Type.Object({
      code: Type.Optional(Text),
      state: Type.Optional(Text),
      error: Type.Optional(Text),
    }),
  },
  [OAUTH_PATHS.finished]: {
    ...get('finished', 'The page where a sign-in in a tab ends', { 200: Page, '4xx': Page }),
    querystring: Type.Object({ error: Type.Optional(Text), ui_locales: Type.Optional(Text) }),
  },
  [OAUTH_PATHS.token]: {
    ...form(
      'getToken',
      'Spends the code; answers with the session token (RFC 6749 section 4.1.3)',
      Type.Object({
        grant_type: Type.Union([Type.Literal('authorization_code'), Type.Literal(TAB_GRANT_TYPE)]),
        code: Type.Optional(Text),
        code_verifier: Text,
        redirect_uri: Text,
        client_id: Text,
        device_name: Type.Optional(DeviceNameSchema),
        owner_mark: Type.Optional(OwnerMarkSchema),
      }),
      { 200: TokenResponseSchema },
    ),
    headers: DPoP,
  },
  [OAUTH_PATHS.revoke]: {
    ...form(
      'revoke',
      'Ends the session (RFC 7009), for whoever proves its key',
      Type.Object({ token: Text, token_type_hint: Type.Optional(Text), client_id: Text }),
      { 200: { description: 'Ended, or was not there' } },
    ),
    headers: DPoP,
  },
  [HEALTH_PATHS.openapi]: get('getOpenApi', 'This document', { 200: Type.Object({}) }),
};
