/** Whether a person may be emailed, as one word with an icon. */

import type { Consent } from '../../shared/schemas/contact.ts';
import { mailStatusOf } from '../lib/i18n/mail-status.ts';
import { MAIL_STATUS_LOOK } from './consent-words.ts';
import { Icon } from './icon.tsx';
import { useTranslation } from './translation.tsx';

interface ConsentBadgeProps {
  consent: Pick<Consent, 'status' | 'mailable'>;
  /**
   * In a list: without the ground, and the good case as an icon alone, so that the other cases stand out; its word is
   * still read aloud.
   */
  compact?: boolean;
}

export function ConsentBadge({ consent, compact }: ConsentBadgeProps) {
  const { t } = useTranslation();
  const look = MAIL_STATUS_LOOK[mailStatusOf(consent)];
  const signOnly = compact && look.tone === 'good';
  return (
    <span
      class={`badge tone-${look.tone} ${compact ? 'badge-plain' : ''}`}
      title={signOnly ? t(look.key) : undefined}
    >
      <Icon name={look.icon} />
      <span class={signOnly ? 'hidden-text' : undefined}>{t(look.key)}</span>
    </span>
  );
}
