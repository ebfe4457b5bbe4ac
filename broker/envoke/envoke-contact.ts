/**
 * A contact as Envoke returns it, parsed tolerantly. `external_id`, the key to the person's preferences page, is
 * dropped here.
 */
import type { PersonField } from '../../shared/contact-fields.ts';
import { EnvokeError } from './envoke-error.ts';
import { isRecord, readId, readMap, readText } from './shape.ts';

export interface EnvokeContact {
  id: string;
  email: string;
  person: Readonly<Record<PersonField, string>>;
  createdAt: string;
  /** In Envoke's spelling. */
  consentStatus: string;
  consentDescription: string;
  consentEffectiveDate: string;
  consentExpiry: string;
  /** Names of tags and subscriptions, mixed. */
  interests: string[];
  customFields: Record<string, string>;
}

/** @throws EnvokeError 'wrong-shape' when it is not a contact at all */
export function readContact(json: unknown): EnvokeContact {
  const contact = isRecord(json) ? json : {};
  const id = readId(contact.id);
  if (id === undefined) throw new EnvokeError('wrong-shape', { code: 'contact' });
  return {
    id,
    email: readText(contact.email),
    person: readPerson(contact),
    createdAt: readText(contact.date_created),
    consentStatus: readText(contact.consent_status),
    consentDescription: readText(contact.consent_description),
    consentEffectiveDate: readText(contact.consent_effective_date),
    consentExpiry: readText(contact.consent_expiry),
    interests: readNames(contact.interests),
    customFields: readTexts(contact.custom_fields),
  };
}

/** @throws EnvokeError 'wrong-shape' when it is not a list of contacts; `[]`, `{}` and null are empty lists */
export function readContacts(json: unknown): EnvokeContact[] {
  if (json === null || (isRecord(json) && Object.keys(json).length === 0)) return [];
  if (!Array.isArray(json)) throw new EnvokeError('wrong-shape', { code: 'contacts' });
  return json.map(readContact);
}

/** Each by its name in the code: the engine reads a list of names several times slower, for each contact of a page. */
function readPerson(contact: Record<string, unknown>): Record<PersonField, string> {
  return {
    first_name: readText(contact.first_name),
    last_name: readText(contact.last_name),
    title: readText(contact.title),
    company: readText(contact.company),
    phone: readText(contact.phone),
    address_1: readText(contact.address_1),
    address_2: readText(contact.address_2),
    city: readText(contact.city),
    province: readText(contact.province),
    postal_code: readText(contact.postal_code),
    country: readText(contact.country),
    website: readText(contact.website),
    language: readText(contact.language),
  };
}

/** A list of names, or a map from id to name; Envoke's submissions have objects with a name instead. */
function readNames(json: unknown): string[] {
  const names: string[] = [];
  for (const item of Array.isArray(json) ? json : Object.values(readMap(json) ?? {})) {
    const name = readText(isRecord(item) ? item.name : item);
    if (name !== '') names.push(name);
  }
  return names;
}

function readTexts(json: unknown): Record<string, string> {
  const entries = Object.entries(readMap(json) ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, readText(value)]));
}
