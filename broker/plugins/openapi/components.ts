/** Names the schemas of the wire in the OpenAPI document, and replaces each copy by a reference. */
import type { TSchema } from 'typebox';
import * as accountSchemas from '../../../shared/schemas/account.ts';
import * as contactSchemas from '../../../shared/schemas/contact.ts';
import * as oauthSchemas from '../../../shared/schemas/oauth.ts';
import { ProblemSchema } from './problem-schema.ts';

const REFERENCE = '#/components/schemas/';
type Json = Record<string, unknown>;

/** `ContactSchema` → `Contact`; only objects, since other schemas are shorter than a reference. */
export function namedSchemas(): Record<string, Json> {
  const all: Record<string, TSchema> = {
    ...accountSchemas,
    ...contactSchemas,
    ...oauthSchemas,
    ProblemSchema,
  };
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, schema]) => 'type' in schema && schema.type === 'object')
      .map(([name, schema]) => [name.replace(/Schema$/, ''), plain(schema)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The document, with a reference in each place of one of its named schemas. */
export function withComponents<Document extends { components?: { schemas?: object } }>(
  document: Document,
): Document {
  const { components = {}, ...rest } = document;
  const schemas = Object.entries(components.schemas ?? {});
  const names = new Map(schemas.map(([name, schema]) => [print(schema), name]));
  const refer = (value: unknown): unknown => {
    const name = names.get(print(value));
    return name === undefined ? referWithin(value) : { $ref: REFERENCE + name };
  };
  const referWithin = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(refer);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, refer(item)]));
  };
  const named = Object.fromEntries(schemas.map(([name, schema]) => [name, referWithin(schema)]));
  return { ...(referWithin(rest) as Document), components: { ...components, schemas: named } };
}

/** Without the properties that TypeBox adds to JSON Schema. */
function plain(schema: TSchema): Json {
  return JSON.parse(JSON.stringify(schema)) as Json;
}

/** The same text for the same schema, whatever the order of its members. */
function print(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
