/** Which handler answers what. `{id}` in a pattern stands for one path part; every path may end in `.json` (envoke-api section 2). */

import type { ApiHandler } from './api-call.ts';
import { bulkHandler } from './bulk-handlers.ts';
import { getContact, listContacts } from './contact-read-handlers.ts';
import {
  createContact,
  deleteContact,
  patchContactByBody,
  patchContactById,
} from './contact-write-handlers.ts';
import {
  createCustomField,
  deleteCustomField,
  getCustomField,
  listCustomFields,
  updateCustomField,
} from './custom-field-handlers.ts';
import { interestHandlers, listInterestsV2 } from './interest-handlers.ts';
import { getSettings, listAutoresponders, listCustomFieldsV1, listInterestsV1 } from './list-handlers.ts';

const tags = interestHandlers('interest');
const subscriptions = interestHandlers('subscription');

type Methods = Readonly<Record<string, ApiHandler>>;

const ROUTES: Readonly<Record<string, Methods>> = {
  '/v1/settings': { GET: getSettings },
  '/v1/contacts': { GET: listContacts, POST: createContact, PATCH: patchContactByBody },
  '/v1/contacts/{id}': { GET: getContact, PATCH: patchContactById, DELETE: deleteContact },
  '/v1/interests': { GET: listInterestsV1 },
  '/v1/customfields': { GET: listCustomFieldsV1 },
  '/v1/autoresponders': { GET: listAutoresponders },
  '/v2/interests': { GET: listInterestsV2 },
  '/v2/tags': { GET: tags.list, POST: tags.create },
  '/v2/tags/{id}': { GET: tags.get, PATCH: tags.update, DELETE: tags.remove },
  '/v2/tags/{id}/contacts': { POST: bulkHandler('interest', true), DELETE: bulkHandler('interest', false) },
  '/v2/subscriptions': { GET: subscriptions.list, POST: subscriptions.create },
  '/v2/subscriptions/{id}': {
    GET: subscriptions.get,
    PATCH: subscriptions.update,
    DELETE: subscriptions.remove,
  },
  '/v2/subscriptions/{id}/contacts': {
    POST: bulkHandler('subscription', true),
    DELETE: bulkHandler('subscription', false),
  },
  '/v2/customfields': { GET: listCustomFields, POST: createCustomField },
  '/v2/customfields/{id}': { GET: getCustomField, PATCH: updateCustomField, DELETE: deleteCustomField },
};

export type Route =
  | { readonly kind: 'found'; readonly handler: ApiHandler; readonly id: string }
  | { readonly kind: 'no-path' }
  | { readonly kind: 'no-method' };

export function findRoute(method: string, path: string): Route {
  const parts = path.replace(/\.json$/, '').split('/');
  for (const [pattern, methods] of Object.entries(ROUTES)) {
    const id = matchPath(pattern.split('/'), parts);
    if (id === undefined) continue;
    const handler = Object.hasOwn(methods, method) ? methods[method] : undefined;
    return handler === undefined ? { kind: 'no-method' } : { kind: 'found', handler, id };
  }
  return { kind: 'no-path' };
}

/** The decoded `{id}` (empty without one), or undefined when the path is another. */
function matchPath(pattern: readonly string[], parts: readonly string[]): string | undefined {
  if (pattern.length !== parts.length) return undefined;
  let id = '';
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (expected !== '{id}') {
      if (part !== expected) return undefined;
    } else {
      if (part === '') return undefined;
      id = decodePart(part);
    }
  }
  return id;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
