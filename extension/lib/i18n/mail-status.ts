/** Whether a person may be emailed, and its word. */
import { isWithdrawn } from '../../../shared/consent.ts';
import type { Consent } from '../../../shared/schemas/contact.ts';

/** No consent can be mended, a withdrawn one only by the person. */
export type MailStatus = 'mailable' | 'withdrawn' | 'no-consent' | 'unknown';

export function mailStatusOf(consent: Pick<Consent, 'status' | 'mailable'>): MailStatus {
  if (consent.mailable === 'yes') return 'mailable';
  if (consent.mailable === 'unknown') return 'unknown';
  return isWithdrawn(consent.status) ? 'withdrawn' : 'no-consent';
}

export const MAIL_STATUS_KEYS = {
  mailable: 'mail.mailable',
  withdrawn: 'mail.withdrawn',
  'no-consent': 'mail.noConsent',
  unknown: 'mail.unknown',
} as const satisfies Record<MailStatus, string>;
