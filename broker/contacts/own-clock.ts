/**
 * Consent runs from the day it happened, Envoke's clock from the day of the write. Of the two ends the earlier one is shown and
 * acted upon, never the later.
 */
import { mailable } from '../../shared/consent.ts';
import { GROUNDS, groundEndsOn } from '../../shared/consent-grounds.ts';
import type { Contact } from '../../shared/schemas/contact.ts';
import type { Database } from '../database/database.ts';
import { consentDays } from './activity/activity-log.ts';

/** The contacts with the ends that this broker's audit gives. @param today gives `YYYY-MM-DD` */
export async function byOwnClock(
  database: Database,
  accountId: string,
  contacts: readonly Contact[],
  today: () => string,
): Promise<Contact[]> {
  const implied = contacts.filter(({ consent }) => consent.status.startsWith('Implied'));
  const days = await consentDays(
    database,
    accountId,
    implied.map(({ id }) => id),
  );
  if (days.size === 0) return [...contacts];
  return contacts.map((contact) => {
    const { consent } = contact;
    const day = days.get(contact.id);
    const ground = GROUNDS.find((one) => one === day?.basis);
    // Some of Envoke's answers have one word for all that is implied.
    const isSame = day?.status === consent.status || consent.status === 'Implied';
    if (day === undefined || ground === undefined || !isSame) return contact;
    const ours = groundEndsOn(ground, day.happenedOn, day.status);
    if (ours === null || (consent.ends_on !== null && consent.ends_on <= ours)) return contact;
    return {
      ...contact,
      consent: { ...consent, ends_on: ours, mailable: mailable(consent.status, ours, today()) },
    };
  });
}
