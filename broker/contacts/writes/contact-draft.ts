/** Converts a draft on our wire to what Envoke receives, and back to the contact that results from it. Pure. */
import { needsDescription, parseConsentStatus } from '../../../shared/consent.ts';
import { NO_PERSON, PERSON_FIELDS, type PersonField } from '../../../shared/contact-fields.ts';
import { asciiEmail, seenText } from '../../../shared/email-key.ts';
import { notDescribed } from '../../../shared/not-described.ts';
import type { ContactChanges, ContactDraft } from '../../../shared/schemas/contact.ts';
import type { ContactWrite } from '../../envoke/contact-writes.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';

/** @param today `YYYY-MM-DD` */
export function toWrite(draft: ContactDraft, today: string): ContactWrite & { email: string } {
  const interests = (draft.interests ?? []).map((key) => ({ key, name: key, state: 'Set' as const }));
  return {
    email: asciiEmail(draft.email),
    person: personOf(draft),
    consentStatus: draft.consent_status,
    consentDescription: describedOr(draft),
    ...consentDayOf(draft, today),
    ...(draft.custom_fields === undefined ? {} : { customFields: draft.custom_fields }),
    ...(interests.length === 0 ? {} : { interests }),
  };
}

/**
 * What is sent also where a person need not describe the consent, since Envoke does not document whether it requires a
 * description.
 */
export function describedOr({
  consent_description = '',
  language,
}: Pick<ContactChanges, 'consent_description' | 'language'>): string {
  return seenText(consent_description) || notDescribed(language);
}

/** The day on which the consent was given, when Envoke would assume a later one: that of the write. */
export function consentDayOf(
  { consent_status, happened_on: day }: Pick<ContactChanges, 'consent_status' | 'happened_on'>,
  today: string,
): Pick<ContactWrite, 'consentDay'> {
  const isDated = day !== undefined && day < today && needsDescription(consent_status ?? '');
  return isDated ? { consentDay: day } : {};
}

/** The fields of a person that `source` contains. */
function personOf(source: Partial<Record<PersonField, string>>): Partial<Record<PersonField, string>> {
  const named = PERSON_FIELDS.filter((name) => source[name] !== undefined);
  return Object.fromEntries(named.map((name) => [name, source[name]]));
}

/** The contact that Envoke must have after it confirmed the write, for when reading it fails. */
export function assumeContact(draft: ContactDraft, id: string, today: string): EnvokeContact {
  const write = toWrite(draft, today);
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
 * Whether the contact that was found is the one that this draft created: it has the consent and the description of the
 * draft (except for white space and a cut at Envoke's limit).
 */
export function isMadeBy(contact: EnvokeContact, draft: ContactDraft): boolean {
  return (
    isStatusAsSent(contact.consentStatus, draft.consent_status) &&
    isDescriptionAsSent(contact.consentDescription, draft.consent_description)
  );
}

/** Whether Envoke's status is the one that was sent. Some accounts do not say which kind of Implied it is. */
export function isStatusAsSent(raw: string, sent: string): boolean {
  const status = parseConsentStatus(raw);
  return status === 'Implied' ? sent.startsWith(status) : status === sent;
}

/**
 * Whether Envoke's description is the one that was sent, except for white space and a cut at Envoke's limit; where none was
 * sent, whether it says so in any language.
 */
export function isDescriptionAsSent(found: string, sent = ''): boolean {
  const all = seenText(sent) ? [sent] : [undefined, 'en', 'fr'].map((language) => notDescribed(language));
  return squeezed(found) !== '' && all.some((text) => squeezed(text).startsWith(squeezed(found)));
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
