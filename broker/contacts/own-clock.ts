/**
 * Implied consent ends a fixed time after the day on which it arose; Envoke counts from the day of the write. The
 * broker shows and uses the earlier of the two ends, never the later one, with the day that this end counts from.
 */
import { mailable } from '../../shared/consent.ts';
import { GROUNDS, groundEndsOn } from '../../shared/consent-grounds.ts';
import type { Contact } from '../../shared/schemas/contact.ts';
import type { Database } from '../database/database.ts';
import { consentDays } from './activity/activity-log.ts';

/** The contacts, with the end of consent from this broker's audit trail. @param today gives `YYYY-MM-DD` */
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
    // Some of Envoke's answers use one word for all kinds of implied consent.
    const isSame = day?.status === consent.status || consent.status === 'Implied';
    if (day === undefined || ground === undefined || !isSame) return contact;
    const ours = groundEndsOn(ground, day.happenedOn, day.status);
    if (ours === null || (consent.ends_on !== null && consent.ends_on <= ours)) return contact;
    return {
      ...contact,
      consent: {
        ...consent,
        effective_date: day.happenedOn,
        ends_on: ours,
        mailable: mailable(consent.status, ours, today()),
      },
    };
  });
}
