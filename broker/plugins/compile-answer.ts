/**
 * Serialises answers by their schemas: members that a schema does not list are dropped. Our own code, since
 * JSON.stringify takes less than half the time of Fastify's fast-json-stringify, and a check with a compiled schema
 * costs almost nothing. A schema is compiled when its first answer goes out.
 */
import type { FastifySerializerCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Clean, Clone } from 'typebox/value';

/** Only for schemas that are closed at every level; with any other schema the check would let more members through. */
export const compileAnswer: FastifySerializerCompiler<TSchema> = ({ schema }) => {
  let compiled: ReturnType<typeof Compile> | undefined;
  return (value) => {
    compiled ??= Compile(schema);
    return JSON.stringify(compiled.Check(value) ? value : Clean(schema, Clone(value)));
  };
};
