/** The changes that undo other changes to a contact. Pure. */
import { isWithdrawn, parseDay, WRITABLE_CONSENT_STATUSES } from '../../../../shared/consent.ts';
import { CONTACT_FIELDS } from '../../../../shared/contact-fields.ts';
import type { Contact, ContactChanges } from '../../../../shared/schemas/contact.ts';

/** Statuses that expire, and for each the ground that keeps the period running from its earlier start day. */
const CLOCKS = { 'Implied - Inquiry': 'inquired', 'Implied - Transaction': 'client' } as const;

const hasClock = (status: string): status is keyof typeof CLOCKS => Object.hasOwn(CLOCKS, status);

/**
 * Consent is restored only where that does not let anybody be emailed for longer than before: a period keeps its start
 * day, and where that day is not known, consent stays as the change left it.
 */
function consentBefore({ consent }: Contact): ContactChanges {
  const { status, description } = consent;
  const writable = WRITABLE_CONSENT_STATUSES.find((one) => one === status);
  if (writable === undefined || (description === '' && !isWithdrawn(status) && status !== 'Not Provided'))
    return {};
  const before = { consent_status: writable, consent_description: description, consent_confirmed: true };
  if (!hasClock(status)) return before;
  const day = parseDay(consent.effective_date);
  return day === undefined ? {} : { ...before, basis: CLOCKS[status], happened_on: day };
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
