/** Whether a person may be mailed, in one word with a sign. */
import type { Consent } from '../../shared/schemas/contact.ts';
import { consentMood, MOOD } from './consent-words.ts';
import { Icon } from './icon.tsx';
import { useTranslation } from './translation.tsx';

interface ConsentBadgeProps {
  consent: Pick<Consent, 'status' | 'mailable'>;
  /** In a list: no ground, and the good case is a sign alone, so that the others stand out; its word is still read aloud. */
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
