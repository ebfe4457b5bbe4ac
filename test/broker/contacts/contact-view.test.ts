/** Conversion of Envoke's contact to ours, with what its consent means today. */
import { describe, expect, it } from 'vitest';
import { dayOf, toContact } from '../../../broker/contacts/to-contact.ts';
import { readContact } from '../../../broker/envoke/envoke-contact.ts';

const TODAY = '2026-01-15';
const consent = (fields: Record<string, string>) =>
  toContact(readContact({ id: '7', ...fields }), TODAY).consent;

describe('the consent of a contact', () => {
  it.each([
    ['a status nobody knows', { consent_status: 'Very Express' }, 'unknown'],
    ['no status at all', {}, 'unknown'],
    ['revoked consent', { consent_status: 'Revoked' }, 'no'],
    ['spam that was reported', { consent_status: 'External Spam Reported' }, 'no'],
    ['consent not provided', { consent_status: 'No Consent' }, 'no'],
    ['expired consent', { consent_status: 'Expired' }, 'no'],
    [
      'implied consent past its stated end',
      { consent_status: 'Implied - Inquiry', consent_expiry: '2026-01-14 09:00:00' },
      'no',
    ],
    [
      'implied consent past its computed end',
      { consent_status: 'Implied - Inquiry', consent_effective_date: '2025-07-14 09:00:00' },
      'no',
    ],
    [
      'implied consent on its last day',
      { consent_status: 'Implied - Inquiry', consent_expiry: '2026-01-15T23:00:00-05:00' },
      'yes',
    ],
    ['implied consent of no kind', { consent_status: 'Implied' }, 'yes'],
    [
      'implied consent of no kind past its stated end',
      { consent_status: 'Implied', consent_expiry: '2026-01-14 09:00:00' },
      'no',
    ],
    [
      'express consent with the empty date of a database',
      {
        consent_status: 'Express',
        consent_effective_date: '0000-00-00 00:00:00',
        consent_expiry: '0000-00-00 00:00:00',
      },
      'yes',
    ],
    ['express consent in capitals', { consent_status: 'EXPRESS' }, 'yes'],
    ['implied consent in the spelling of the article', { consent_status: 'Implied: No Expiry' }, 'yes'],
  ])('with %s may or may not be mailed, as the table says', (_what, fields, mailable) => {
    expect(consent(fields).mailable).toBe(mailable);
  });

  it('keeps an unknown status as it is, and spells the others as Envoke does', () => {
    expect(consent({ consent_status: 'Very Express' }).status).toBe('Very Express');
    expect(consent({ consent_status: 'not provided' }).status).toBe('Not Provided');
  });

  it("prefers Envoke's end to the computed one", () => {
    const fields = { consent_status: 'Implied - Transaction', consent_effective_date: '2025-01-31 08:00:00' };
    expect(consent(fields).ends_on).toBe('2027-01-31');
    expect(consent({ ...fields, consent_expiry: '2026-12-24 08:00:00' }).ends_on).toBe('2026-12-24');
  });

  it("is judged by a day that is never earlier than Envoke's", () => {
    expect(dayOf(Date.UTC(2026, 0, 16, 3))).toBe('2026-01-16');
  });
});
