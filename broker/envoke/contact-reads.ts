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

/** Newest first: without a sort Envoke's order is not known to be stable. @throws EnvokeError 'rejected' for a filter that this Envoke does not take */
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

/** The contact with this id, undefined when there is none. The filter is documented for it; the path is the fallback. */
export async function getContact(
  call: CallApi,
  accessToken: string,
  id: string,
): Promise<EnvokeContact | undefined> {
  try {
    const listing = { filter: { field: 'id', is: id }, limit: 1, skip: 0 } as const;
    const found = await listContacts(call, accessToken, listing);
    if (found.length === 0) return undefined;
    const contact = found.find((one) => one.id === id);
    if (contact !== undefined) return contact;
  } catch (error) {
    if (!isEnvokeError(error) || error.reason !== 'rejected') throw error;
  }
  return getContactByPath(call, accessToken, id);
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
    if (isEnvokeError(error) && error.reason === 'not-found') return undefined;
    throw error;
  }
}
