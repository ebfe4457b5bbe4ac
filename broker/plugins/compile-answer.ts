/**
 * Serialises large answers by their schemas: members that a schema does not list are dropped. Our own code, since
 * JSON.stringify takes less than half the time of Fastify's fast-json-stringify, and a check with a compiled schema
 * costs almost nothing.
 */
import type { FastifySerializerCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Clean, Clone } from 'typebox/value';

/** Only for schemas that are closed at every level; with any other schema the check would let more members through. */
export const compileAnswer: FastifySerializerCompiler<TSchema> = ({ schema }) => {
  const answer = Compile(schema);
  return (value) => JSON.stringify(answer.Check(value) ? value : Clean(schema, Clone(value)));
};
