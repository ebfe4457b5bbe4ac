/** Which words name a consent status, and what its colour is. Pure. */
import { type ConsentStatus, isWithdrawn } from '../../shared/consent.ts';
import type { Consent } from '../../shared/schemas/contact.ts';
import type { MessageKey } from '../lib/i18n/index.ts';
import type { IconName } from './icon.tsx';
import type { Tone } from './notice.tsx';

export const STATUS_KEYS = {
  Express: 'consent.express',
  'Implied - Inquiry': 'consent.impliedInquiry',
  'Implied - Transaction': 'consent.impliedTransaction',
  'Implied - No Expiry': 'consent.impliedNoExpiry',
  Implied: 'consent.implied',
  Expired: 'consent.expired',
  'Not Provided': 'consent.notProvided',
  Revoked: 'consent.revoked',
  'External Spam Reported': 'consent.externalSpam',
  'Envoke Spam Reported': 'consent.envokeSpam',
} as const satisfies Record<ConsentStatus, MessageKey>;

/** Whether a person may be emailed: no consent can be mended, a withdrawn one only by the person. */
export type MailStatus = 'mailable' | 'withdrawn' | 'no-consent' | 'unknown';

export function mailStatusOf(consent: Pick<Consent, 'status' | 'mailable'>): MailStatus {
  if (consent.mailable === 'yes') return 'mailable';
  if (consent.mailable === 'unknown') return 'unknown';
  return isWithdrawn(consent.status) ? 'withdrawn' : 'no-consent';
}

export const MAIL_STATUS_LOOK = {
  mailable: { tone: 'good', icon: 'check', key: 'mail.mailable' },
  withdrawn: { tone: 'bad', icon: 'cross', key: 'mail.withdrawn' },
  'no-consent': { tone: 'warn', icon: 'clock', key: 'mail.noConsent' },
  unknown: { tone: 'mute', icon: 'question', key: 'mail.unknown' },
} as const satisfies Record<MailStatus, { tone: Tone | 'mute'; icon: IconName; key: MessageKey }>;
