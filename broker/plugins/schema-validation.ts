/**
 * Checks requests by their TypeBox schemas, and writes answers by theirs. Only integers in query strings are converted;
 * unknown members are refused, not dropped.
 */
import type { FastifySchemaCompiler } from 'fastify';
import fp from 'fastify-plugin';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { readIntegers } from '../config/integers.ts';
import { ProblemError } from '../errors.ts';
import { compileAnswer } from './compile-answer.ts';

/** More errors than this do not help a person. */
const ERRORS_MAX = 20;

/** A schema is compiled when its first request comes, since compiling all of them takes a tenth of the start. */
const compileRequest: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  let compiled: ReturnType<typeof Compile> | undefined;
  const isText = httpPart === 'querystring' || httpPart === 'params';
  return (value: unknown) => {
    compiled ??= Compile(schema);
    const validator = compiled;
    const candidate = isText && isRecord(value) ? readIntegers(schema, value) : value;
    if (validator.Check(candidate)) return { value: candidate };
    return {
      error: new ProblemError('invalid-request', `${httpPart}-schema`, {
        errors: errorsOf(schema, validator.Errors(candidate)),
      }),
    };
  };
};

export default fp(
  async (app) => {
    app.setValidatorCompiler(compileRequest);
    app.setSerializerCompiler(compileAnswer);
  },
  { name: 'schema-validation' },
);

/** Pointers and what was expected; never the value received, nor a name invented by the caller. */
function errorsOf(schema: TSchema, errors: readonly { instancePath: string; message: string }[]) {
  return errors.slice(0, ERRORS_MAX).map(({ instancePath, message }) => ({
    pointer: knownPointer(schema, instancePath),
    detail: message,
  }));
}

/** The part of the pointer whose members the schema names. */
function knownPointer(schema: TSchema, path: string): string {
  let place: unknown = schema;
  let known = '';
  for (const step of path.split('/').slice(1)) {
    place = childOf(place, step);
    if (place === undefined) return known;
    known += `/${step}`;
  }
  return known;
}

function childOf(schema: unknown, step: string): unknown {
  if (!isRecord(schema)) return undefined;
  const { properties, items } = schema;
  if (isRecord(properties) && Object.hasOwn(properties, step)) return properties[step];
  return /^\d{1,4}$/.test(step) ? items : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
