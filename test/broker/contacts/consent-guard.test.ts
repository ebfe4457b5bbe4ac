/**
 * Every present status × every requested one, row by row. The table is written out, so that a change of the rule shows
 * here.
 */
import { describe, expect, it } from 'vitest';
import {
  CONSENT_TABLE,
  type ConsentVerdict,
  judgeConsent,
  type PresentConsent,
} from '../../../broker/contacts/writes/consent-guard.ts';
import {
  allowsSending,
  CONSENT_STATUSES,
  WRITABLE_CONSENT_STATUSES,
  type WritableConsentStatus,
} from '../../../shared/consent.ts';

const [A, C, R] = ['allowed', 'confirmation', 'refused'] as const;

/** Columns: Express, Inquiry, Transaction, No Expiry, Not Provided, Revoked. */
const ROWS: readonly [PresentConsent, ...ConsentVerdict[]][] = [
  ['Express', A, C, C, C, C, A],
  ['Implied - Inquiry', A, A, A, A, C, A],
  ['Implied - Transaction', A, A, A, A, C, A],
  ['Implied - No Expiry', A, A, A, A, C, A],
  ['Implied', A, A, A, A, C, A],
  ['Expired', C, C, C, C, R, A],
  ['Not Provided', A, A, A, A, A, A],
  ['Revoked', C, C, C, C, R, A],
  ['unknown', C, C, C, C, R, A],
  ['External Spam Reported', R, R, R, R, R, R],
  ['Envoke Spam Reported', R, R, R, R, R, R],
];
const CASES = ROWS.flatMap(([present, ...verdicts]) =>
  WRITABLE_CONSENT_STATUSES.map((requested, index) => [present, requested, verdicts[index]] as const),
);

const consentOf = (status: PresentConsent) => ({
  status: status === 'unknown' ? 'Something new' : status,
  description: 'Paper form',
  effective_date: '',
  ends_on: null,
  mailable: 'unknown' as const,
});
const judge = (
  present: PresentConsent,
  status: WritableConsentStatus,
  description: string,
  confirmed: boolean,
) => judgeConsent(consentOf(present), { status, description, confirmed });

describe('the consent table', () => {
  it('has a row for every status of Envoke, and one for unknown statuses', () => {
    expect(ROWS.map(([present]) => present).sort()).toEqual([...CONSENT_STATUSES, 'unknown'].sort());
    expect(Object.keys(CONSENT_TABLE).sort()).toEqual([...CONSENT_STATUSES, 'unknown'].sort());
  });

  it.each(CASES)('from %s to %s: %s', (present, requested, verdict) => {
    expect(CONSENT_TABLE[present][requested]).toBe(verdict);
  });

  it.each(CASES)(
    'from %s to %s without a confirmation is %s, and done only where that is allowed',
    (present, requested, verdict) => {
      const answer = judge(present, requested, 'Asked by phone', false);
      expect(answer).toBe(
        { allowed: 'allowed', confirmation: 'confirmation-needed', refused: 'refused' }[verdict ?? R],
      );
    },
  );

  it.each(CASES)(
    'from %s to %s, confirmed and described, is refused only where the table says %s',
    (present, requested, verdict) => {
      expect(judge(present, requested, 'Asked by phone', true)).toBe(verdict === R ? 'refused' : 'allowed');
    },
  );

  it.each(CASES)(
    'from %s to %s, confirmed without a description, never ends in a status that may be mailed (%s)',
    (present, requested, verdict) => {
      const answer = judge(present, requested, ' \n', true);
      const free = verdict === A && !allowsSending(requested);
      expect(answer).toBe(verdict === R ? 'refused' : free ? 'allowed' : 'description-missing');
    },
  );

  it('treats implied consent past its end as expired', () => {
    const present = { ...consentOf('Implied - Inquiry'), mailable: 'no' as const };
    const request = { status: 'Express', description: 'Asked by phone', confirmed: false } as const;
    expect(judgeConsent(present, request)).toBe('confirmation-needed');
  });
});
