/** Looks up contacts' names by id, many at once, as Envoke has them now. */
import { showEmail } from '../../../shared/email-address.ts';
import type { EnvokeContacts } from '../../envoke/envoke-client.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';

export interface ContactName {
  name: string;
  email: string;
}

/** The names that Envoke returns. @param ids at most as many as Envoke lists on a page @throws EnvokeError */
export async function findNames(
  envoke: EnvokeContacts,
  accessToken: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ContactName>> {
  const found = await findByIds(envoke, accessToken, ids);
  return new Map(found.map((contact) => [contact.id, nameOf(contact)]));
}

/** The contacts that Envoke returns for these ids. @param ids at most as many as Envoke lists on a page @throws EnvokeError */
export async function findByIds(
  envoke: EnvokeContacts,
  accessToken: string,
  ids: readonly string[],
): Promise<EnvokeContact[]> {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) {
    const contact = await envoke.getContact(accessToken, only);
    return contact === undefined ? [] : [contact];
  }
  const filter = { field: 'id', in: ids } as const;
  const found = await envoke.listContacts(accessToken, { filter, limit: ids.length, skip: 0 });
  // A contact that was not asked for shows that Envoke ignored the filter.
  return found.every(({ id }) => ids.includes(id)) ? found : [];
}

function nameOf({ person, email }: EnvokeContact): ContactName {
  const name = [person.first_name, person.last_name].filter(Boolean).join(' ');
  return { name, email: showEmail(email) };
}
