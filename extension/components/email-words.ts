/** The message that says why a text is not a single address. */
import type { EmailFault } from '../../shared/email-address.ts';
import type { MessageKey } from '../lib/i18n/index.ts';

export const EMAIL_FAULT_KEYS = {
  empty: 'email.empty',
  'no-at': 'email.noAt',
  'no-local': 'email.noLocal',
  several: 'email.several',
  blank: 'email.blank',
  dots: 'email.dots',
  character: 'email.character',
  'mixed-letters': 'email.mixedLetters',
  domain: 'email.domain',
  'too-long': 'email.tooLong',
} as const satisfies Record<EmailFault, MessageKey>;
