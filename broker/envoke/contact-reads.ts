/** Reading contacts: `GET /v1/contacts`, by filter and by id. */
import type { CallApi } from './api-call.ts';
import { type ContactFilter, filterQuery } from './contact-filter.ts';
import { type EnvokeContact, readContact, readContacts } from './envoke-contact.ts';
import { EnvokeError, isEnvokeError } from './envoke-error.ts';

export interface ContactListing {
  filter?: ContactFilter;
  /** 1 to 100. */
  limit: number;
  skip: number;
}

/**
 * Newest first, because Envoke's order without a sort may change. @throws EnvokeError 'rejected' for a filter that this
 * Envoke does not accept
 */
export async function listContacts(
  call: CallApi,
  accessToken: string,
  { filter, limit, skip }: ContactListing,
): Promise<EnvokeContact[]> {
  const query = [
    ...(filter === undefined ? [] : [filterQuery(filter)]),
    `${encodeURIComponent('sort[id]')}=DESC`,
    `limit=${limit}`,
    `skip=${skip}`,
  ];
  const json = await call(accessToken, {
    method: 'GET',
    path: `/v1/contacts?${query.join('&')}`,
    endpoint: 'GET /v1/contacts',
  });
  return readContacts(json);
}

/**
 * The contact with this id, undefined when there is certainly none. Envoke documents a filter for it; when Envoke
 * refuses or ignores the filter, the broker asks for the contact's own path.
 */
export async function getContact(
  call: CallApi,
  accessToken: string,
  id: string,
): Promise<EnvokeContact | undefined> {
  const found = await filterById(call, accessToken, id);
  if (found?.length === 0) return undefined;
  const contact = found?.find((one) => one.id === id);
  if (contact !== undefined) return contact;
  const byPath = await getContactByPath(call, accessToken, id);
  if (byPath !== 'no-such-path') return byPath;
  // A 404 proves that the contact does not exist only if the path works for contacts that do exist.
  const [other] = found ?? (await listContacts(call, accessToken, { limit: 1, skip: 0 }));
  if (other === undefined) return undefined;
  const known = await getContactByPath(call, accessToken, other.id);
  if (known === 'no-such-path' || known === undefined) throw new EnvokeError('wrong-shape', { code: 'path' });
  return undefined;
}

/** Undefined when Envoke refuses the filter. */
async function filterById(call: CallApi, accessToken: string, id: string) {
  try {
    return await listContacts(call, accessToken, { filter: { field: 'id', is: id }, limit: 1, skip: 0 });
  } catch (error) {
    if (isEnvokeError(error) && error.reason === 'rejected') return undefined;
    throw error;
  }
}

async function getContactByPath(call: CallApi, accessToken: string, id: string) {
  try {
    const path = `/v1/contacts/${encodeURIComponent(id)}`;
    const json = await call(accessToken, { method: 'GET', path, endpoint: 'GET /v1/contacts/:id' });
    const one = Array.isArray(json) ? json[0] : json;
    if (one === null || one === undefined) return undefined;
    const contact = readContact(one);
    if (contact.id !== id) throw new EnvokeError('wrong-shape', { code: 'other contact' });
    return contact;
  } catch (error) {
    if (isEnvokeError(error) && error.reason === 'not-found') return 'no-such-path';
    throw error;
  }
}
