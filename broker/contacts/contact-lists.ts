/** What the forms offer: tags and subscriptions, custom fields, the consent statuses that a person may choose. */
import { WRITABLE_CONSENT_STATUSES } from '../../shared/consent.ts';
import type { Lists } from '../../shared/schemas/contact.ts';
import type { EnvokeContacts } from '../envoke/envoke-client.ts';

/** @throws EnvokeError */
export async function readLists(envoke: EnvokeContacts, accessToken: string): Promise<Lists> {
  const [interests, customFields] = await Promise.all([
    envoke.listInterests(accessToken),
    envoke.listCustomFields(accessToken),
  ]);
  return { interests, custom_fields: customFields, consent_statuses: [...WRITABLE_CONSENT_STATUSES] };
}
