/** From a draft on our wire to what Envoke is sent, and back to the contact that it makes. Pure. */
import { parseConsentStatus, type WritableConsentStatus } from '../../../shared/consent.ts';
import { NO_PERSON, PERSON_FIELDS, type PersonField } from '../../../shared/contact-fields.ts';
import { asciiEmail, seenText } from '../../../shared/email-key.ts';
import type { ContactDraft } from '../../../shared/schemas/contact.ts';
import type { ContactWrite } from '../../envoke/contact-writes.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';

/** Sent where a person need not describe the consent: whether Envoke insists is not documented. */
const NO_DESCRIPTION = 'Set through Contacts for Envoke; no description was given.';

export function toWrite(draft: ContactDraft): ContactWrite & { email: string } {
  const interests = (draft.interests ?? []).map((key) => ({ key, name: key, state: 'Set' as const }));
  return {
    email: asciiEmail(draft.email),
    person: personOf(draft),
    consentStatus: draft.consent_status,
    consentDescription: describedOr(draft.consent_description),
    ...(draft.custom_fields === undefined ? {} : { customFields: draft.custom_fields }),
    ...(interests.length === 0 ? {} : { interests }),
  };
}

export const describedOr = (description = '') => seenText(description) || NO_DESCRIPTION;

/** The fields of a person that are named in `source`. */
function personOf(source: Partial<Record<PersonField, string>>): Partial<Record<PersonField, string>> {
  const named = PERSON_FIELDS.filter((name) => source[name] !== undefined);
  return Object.fromEntries(named.map((name) => [name, source[name]]));
}

/** What Envoke must have by now, where it confirmed the write and cannot be read. */
export function assumeContact(draft: ContactDraft, id: string): EnvokeContact {
  const write = toWrite(draft);
  return {
    id,
    email: write.email,
    person: { ...NO_PERSON, ...write.person },
    createdAt: '',
    consentStatus: draft.consent_status,
    consentDescription: write.consentDescription ?? '',
    consentEffectiveDate: '',
    consentExpiry: '',
    interests: draft.interests ?? [],
    customFields: draft.custom_fields ?? {},
  };
}

/**
 * Whether a contact that was found is the one that this draft made: the consent that was asked for, with its description
 * (white space and a cut at Envoke's limit aside).
 */
export function isMadeBy(contact: EnvokeContact, draft: ContactDraft): boolean {
  const found = squeezed(contact.consentDescription);
  const asked = squeezed(describedOr(draft.consent_description));
  return hasStatus(contact.consentStatus, draft.consent_status) && found !== '' && asked.startsWith(found);
}

function hasStatus(raw: string, asked: WritableConsentStatus): boolean {
  const status = parseConsentStatus(raw);
  return status === 'Implied' ? asked.startsWith(status) : status === asked;
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
