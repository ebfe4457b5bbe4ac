/** Whether a person may be emailed, as one word with an icon. */
import type { Consent } from '../../shared/schemas/contact.ts';
import { consentMood, MOOD } from './consent-words.ts';
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
  const mood = MOOD[consentMood(consent)];
  const signOnly = compact && mood.tone === 'good';
  return (
    <span
      class={`badge tone-${mood.tone} ${compact ? 'badge-plain' : ''}`}
      title={signOnly ? t(mood.key) : undefined}
    >
      <Icon name={mood.icon} />
      <span class={signOnly ? 'hidden-text' : undefined}>{t(mood.key)}</span>
    </span>
  );
}
