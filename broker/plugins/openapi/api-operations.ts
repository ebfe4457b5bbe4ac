/** What all operations of the API share in the OpenAPI document: who may call them, and how they report errors. */
import type { FastifySchema } from 'fastify';
import { ProblemSchema } from './problem-schema.ts';

const SESSION = 'session';

export const SECURITY = [{ [SESSION]: [] }];

export const SECURITY_SCHEMES = {
  [SESSION]: {
    type: 'http',
    scheme: 'DPoP',
    description:
      'Session token of the token endpoint, with a DPoP proof of the key it is bound to in the DPoP header (RFC 9449 section 7)',
  },
} as const;

/** A route's schema, plus the error answer that every route may give. */
export function withProblems(schema: FastifySchema | undefined): FastifySchema {
  const response = typeof schema?.response === 'object' ? schema.response : {};
  return {
    ...schema,
    response: {
      ...response,
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: ProblemSchema } },
      },
    },
  };
}
