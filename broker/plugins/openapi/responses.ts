/** Descriptions of the answers in the OpenAPI document, where a schema has none. */
import { STATUS_CODES } from 'node:http';

/** What `@fastify/swagger` writes where there is no description. */
const PLACEHOLDER = 'Default Response';

interface Described {
  paths?: Record<string, unknown>;
}

/** The document, with the status in words instead of each placeholder. */
export function withStatusNames<Document extends Described>(document: Document): Document {
  const describe = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => describe(item, key));
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).map(([name, item]) => [
      name,
      name === 'description' && item === PLACEHOLDER ? statusName(key) : describe(item, name),
    ]);
    return Object.fromEntries(members);
  };
  return { ...document, paths: describe(document.paths ?? {}, 'paths') as Described['paths'] };
}

/** @param status `200`, or a range such as `4XX` */
function statusName(status: string): string {
  return STATUS_CODES[status] ?? (status.startsWith('4') ? 'Refused' : 'Failed');
}
