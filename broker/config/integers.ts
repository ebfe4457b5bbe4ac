/**
 * Environment variables and query strings carry integers as text. This converts them where a schema expects an integer.
 */
import type { TSchema } from 'typebox';

/** Plain decimal integers only: no `1e3`, `0x1`, `1.5` or blank, which stay text and then fail the schema. */
const INTEGER = /^-?(0|[1-9][0-9]{0,15})$/;

/** A copy of `record` in which each text that is an integer becomes a number, where the schema expects an integer. */
export function readIntegers(
  schema: TSchema,
  record: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const properties = propertiesOf(schema);
  const read = { ...record };
  for (const [name, value] of Object.entries(record)) {
    if (isIntegerSchema(properties[name]) && typeof value === 'string' && INTEGER.test(value))
      read[name] = Number(value);
  }
  return read;
}

function propertiesOf(schema: TSchema): Record<string, unknown> {
  return 'properties' in schema && typeof schema.properties === 'object' && schema.properties !== null
    ? (schema.properties as Record<string, unknown>)
    : {};
}

function isIntegerSchema(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'integer';
}
