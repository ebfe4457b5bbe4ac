/** The changes that undo other changes to a contact. Pure. */
import {
  addMonths,
  impliedMonths,
  isWithdrawn,
  parseDay,
  WRITABLE_CONSENT_STATUSES,
} from '../../../../shared/consent.ts';
import { CONTACT_FIELDS } from '../../../../shared/contact-fields.ts';
import type { Contact, ContactChanges } from '../../../../shared/schemas/contact.ts';

/**
 * Consent is restored only where that does not let anybody be emailed for longer than before: a period keeps its end,
 * from the day that gives this end, and where no day is known, consent stays as the change left it. No ground is claimed:
 * which one was stated is in the proof that the change left behind.
 */
function consentBefore({ consent }: Contact): ContactChanges {
  const { status, description } = consent;
  const writable = WRITABLE_CONSENT_STATUSES.find((one) => one === status);
  if (writable === undefined || (description === '' && !isWithdrawn(status) && status !== 'Not Provided'))
    return {};
  const before = { consent_status: writable, consent_description: description, consent_confirmed: true };
  const months = impliedMonths(status);
  if (months === null) return before;
  const day = parseDay(consent.effective_date);
  if (day === undefined) return {};
  const ending = consent.ends_on === null ? day : addMonths(consent.ends_on, -months);
  const [happened_on] = [day, ending].toSorted();
  return { ...before, basis: 'other', ...(happened_on && { happened_on }) };
}

/** Undefined where nothing can be undone. */
export function backOf(contact: Contact, changes: ContactChanges): ContactChanges | undefined {
  const fields = CONTACT_FIELDS.filter((name) => changes[name] !== undefined);
  const back: ContactChanges = {
    ...Object.fromEntries(fields.map((name) => [name, contact[name]])),
    ...(changes.consent_status === undefined ? {} : consentBefore(contact)),
    // The old address returns to the person whose consent came with it.
    ...(changes.email === undefined ? {} : { consent_confirmed: true }),
  };
  if (Object.keys(back).length === 0) return undefined;
  return { ...back, seen: Object.fromEntries(fields.map((name) => [name, changes[name] ?? ''])) };
}
