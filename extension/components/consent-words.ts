/** Which words name a consent status, and what its colour is. Pure. */
import type { ConsentStatus } from '../../shared/consent.ts';
import type { MessageKey } from '../lib/i18n/index.ts';
import { MAIL_STATUS_KEYS, type MailStatus } from '../lib/i18n/mail-status.ts';
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

export const MAIL_STATUS_LOOK = {
  mailable: { tone: 'good', icon: 'check', key: MAIL_STATUS_KEYS.mailable },
  withdrawn: { tone: 'bad', icon: 'cross', key: MAIL_STATUS_KEYS.withdrawn },
  'no-consent': { tone: 'warn', icon: 'clock', key: MAIL_STATUS_KEYS['no-consent'] },
  unknown: { tone: 'mute', icon: 'question', key: MAIL_STATUS_KEYS.unknown },
} as const satisfies Record<MailStatus, { tone: Tone | 'mute'; icon: IconName; key: MessageKey }>;
