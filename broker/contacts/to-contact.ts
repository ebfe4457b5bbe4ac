/** Converts Envoke's contact to the one on our wire, with the meaning of its consent today. Pure. */

import { consentEndsOn, mailable, parseConsentStatus, parseDay } from '../../shared/consent.ts';
import { showEmail } from '../../shared/email-address.ts';
import type { Consent, Contact } from '../../shared/schemas/contact.ts';
import type { EnvokeContact } from '../envoke/envoke-contact.ts';

/**
 * `YYYY-MM-DD` of an instant in milliseconds, in UTC. UTC is ahead of every Canadian time zone, so consent never seems
 * to last longer than it does.
 */
export function dayOf(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 10);
}

export function toContact(contact: EnvokeContact, today: string): Contact {
  return {
    // First, since the engine copies a whole object at once only into an empty one.
    ...contact.person,
    id: contact.id,
    email: showEmail(contact.email),
    created_at: contact.createdAt,
    consent: toConsent(contact, today),
    interests: contact.interests,
    custom_fields: contact.customFields,
  };
}

function toConsent(contact: EnvokeContact, today: string): Consent {
  const status = parseConsentStatus(contact.consentStatus);
  const stated = parseDay(contact.consentExpiry);
  const computed = status === undefined ? null : consentEndsOn(status, contact.consentEffectiveDate);
  const endsOn = stated ?? computed;
  return {
    status: status ?? contact.consentStatus,
    description: contact.consentDescription,
    effective_date: contact.consentEffectiveDate,
    ends_on: endsOn,
    mailable: mailable(contact.consentStatus, endsOn, today),
  };
}
