/** Requests against their TypeBox schemas: nothing is coerced but integers in query strings, nothing unknown is dropped in silence. */
import type { FastifySchemaCompiler } from 'fastify';
import fp from 'fastify-plugin';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { readIntegers } from '../config/integers.ts';
import { ProblemError } from '../errors.ts';

/** More than this tells a person nothing new. */
const ERRORS_MAX = 20;

const compileSchema: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  const isText = httpPart === 'querystring' || httpPart === 'params';
  return (value: unknown) => {
    const candidate = isText && isRecord(value) ? readIntegers(schema, value) : value;
    if (validator.Check(candidate)) return { value: candidate };
    return {
      error: new ProblemError('invalid-request', `${httpPart}-schema`, {
        errors: errorsOf(validator.Errors(candidate)),
      }),
    };
  };
};

export default fp(async (app) => void app.setValidatorCompiler(compileSchema), { name: 'schema-validation' });

/** Pointers and what was wanted; never the value that came. */
function errorsOf(errors: readonly { instancePath: string; message: string }[]) {
  return errors.slice(0, ERRORS_MAX).map(({ instancePath, message }) => ({
    pointer: instancePath.slice(0, 200),
    detail: message,
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
