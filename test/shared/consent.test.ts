/** Consent as both sides read it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowsSending,
  CONSENT_STATUSES,
  consentEndsOn,
  mailable,
  parseConsentStatus,
  WRITABLE_CONSENT_STATUSES,
} from '../../shared/consent.ts';

describe('a consent status, read leniently', () => {
  it.each(['', 'Implied?', 'Expressed', 'Implied - Gift', 'yes', 'Spam', 'constructor', '__proto__'])(
    '%j is unknown',
    (raw) => {
      expect(parseConsentStatus(raw)).toBeUndefined();
    },
  );

  it.each([
    ['Implied: No Expiry', 'Implied - No Expiry'],
    ['implied – inquiry', 'Implied - Inquiry'],
    ['IMPLIED-TRANSACTION', 'Implied - Transaction'],
    ['Not provided', 'Not Provided'],
    ['No Consent', 'Not Provided'],
    ['IMPLIED', 'Implied'],
    [' express ', 'Express'],
    ['envoke spam reported', 'Envoke Spam Reported'],
  ])('%j is %s', (raw, status) => {
    expect(parseConsentStatus(raw)).toBe(status);
  });

  it.each(CONSENT_STATUSES.map((status) => [status]))('%s is itself', (status) => {
    expect(parseConsentStatus(status)).toBe(status);
  });
});

describe('whether a contact may be mailed', () => {
  const TODAY = '2026-01-15';

  it.each([
    ['Express', 'yes'],
    ['Implied - Inquiry', 'yes'],
    ['Implied - Transaction', 'yes'],
    ['Implied - No Expiry', 'yes'],
    ['Implied', 'yes'],
    ['Expired', 'no'],
    ['Not Provided', 'no'],
    ['Revoked', 'no'],
    ['External Spam Reported', 'no'],
    ['Envoke Spam Reported', 'no'],
    ['anything else', 'unknown'],
  ])('with %s is %s', (status, expected) => {
    expect(mailable(status, null, TODAY)).toBe(expected);
  });

  it('is never yes for an unknown status, nor after the last day', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...CONSENT_STATUSES)), (raw) => {
        const status = parseConsentStatus(raw);
        if (status === undefined || !allowsSending(status))
          expect(mailable(raw, null, TODAY)).not.toBe('yes');
        expect(mailable(raw, '2026-01-14', TODAY)).not.toBe('yes');
      }),
    );
  });

  it('is still yes on the last day', () => {
    expect(mailable('Implied - Inquiry', TODAY, TODAY)).toBe('yes');
  });
});

describe('the day on which implied consent ends', () => {
  it.each([
    ['Implied - Inquiry', '2025-08-31 10:00:00', '2026-02-28'],
    ['Implied - Inquiry', '2023-08-31', '2024-02-29'],
    ['Implied - Transaction', '2024-02-29T08:00:00-05:00', '2026-02-28'],
    ['Implied - Transaction', '2025-12-01 00:00:00', '2027-12-01'],
  ] as const)('for %s from %s is %s', (status, from, day) => {
    expect(consentEndsOn(status, from)).toBe(day);
  });

  it.each([
    ['Implied - No Expiry', '2025-08-31'],
    ['Implied', '2025-08-31'],
    ['Express', '2025-08-31'],
    ['Implied - Inquiry', ''],
    ['Implied - Inquiry', '0000-00-00 00:00:00'],
    ['Implied - Inquiry', '31 August 2025'],
  ] as const)('for %s from %j is none', (status, from) => {
    expect(consentEndsOn(status, from)).toBeNull();
  });
});

describe('the statuses that a person may choose', () => {
  it('leave out what only Envoke sets', () => {
    const others = CONSENT_STATUSES.filter(
      (status) => !WRITABLE_CONSENT_STATUSES.some((one) => one === status),
    );
    expect(others).toEqual(['Implied', 'Expired', 'External Spam Reported', 'Envoke Spam Reported']);
  });
});
