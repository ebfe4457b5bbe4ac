/** Finds the differences between a contact and a change, so that only those are sent. Pure. */
import { parseConsentStatus } from '../../../shared/consent.ts';
import { PERSON_FIELDS } from '../../../shared/contact-fields.ts';
import { showEmail } from '../../../shared/email-address.ts';
import { asciiEmail, seenText } from '../../../shared/email-key.ts';
import type { ContactChanges } from '../../../shared/schemas/contact.ts';
import type { ContactWrite } from '../../envoke/contact-writes.ts';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';
import { consentDayOf, describedOr } from './contact-draft.ts';

/** Undefined when Envoke already has all of it. @param today `YYYY-MM-DD` */
export function diffContact(
  present: EnvokeContact,
  changes: ContactChanges,
  today: string,
): ContactWrite | undefined {
  const write: ContactWrite = {
    ...diffEmail(present, changes.email),
    ...diffPerson(present, changes),
    ...diffConsent(present, changes, today),
    ...diffCustomFields(present, changes),
  };
  return Object.keys(write).length === 0 ? undefined : write;
}

/** Compares exact texts: an invisible character is a difference, and so is a capital. */
function diffEmail(present: EnvokeContact, asked: string | undefined): Pick<ContactWrite, 'email'> {
  if (asked === undefined || asciiEmail(asked) === asciiEmail(present.email)) return {};
  return { email: asciiEmail(asked) };
}

function diffPerson(present: EnvokeContact, changes: ContactChanges): Pick<ContactWrite, 'person'> {
  const entries = PERSON_FIELDS.flatMap((name) => {
    const value = changes[name];
    return value === undefined || value === present.person[name] ? [] : [[name, value] as const];
  });
  return entries.length === 0 ? {} : { person: Object.fromEntries(entries) };
}

function diffCustomFields(
  present: EnvokeContact,
  changes: ContactChanges,
): Pick<ContactWrite, 'customFields'> {
  const entries = Object.entries(changes.custom_fields ?? {}).filter(
    ([name, value]) => value !== (present.customFields[name] ?? ''),
  );
  return entries.length === 0 ? {} : { customFields: Object.fromEntries(entries) };
}

/** Status and description belong together: a status with a new description renews the consent. */
function diffConsent(
  present: EnvokeContact,
  changes: ContactChanges,
  today: string,
): Pick<ContactWrite, 'consentStatus' | 'consentDescription' | 'consentDay'> {
  const { consent_status, consent_description } = changes;
  const said = seenText(consent_description ?? '');
  const redescribed = consent_description !== undefined && said !== present.consentDescription.trim();
  if (consent_status === undefined) return redescribed ? { consentDescription: said } : {};
  if (parseConsentStatus(present.consentStatus) === consent_status && !redescribed) return {};
  return {
    consentStatus: consent_status,
    consentDescription: describedOr(changes),
    ...consentDayOf(changes, today),
  };
}

/** Present values under the names that a request uses; undefined for a name that is not a field. */
export function presentValue(present: EnvokeContact, name: string): string | undefined {
  if (name === 'email') return showEmail(present.email);
  if (name === 'consent_status') return parseConsentStatus(present.consentStatus) ?? present.consentStatus;
  if (name === 'consent_description') return present.consentDescription;
  if (name.startsWith('custom_fields.'))
    return present.customFields[name.slice('custom_fields.'.length)] ?? '';
  const field = PERSON_FIELDS.find((one) => one === name);
  return field === undefined ? undefined : present.person[field];
}
