/** May this person be mailed, why, since when and until when. */
import { parseConsentStatus } from '../../../shared/consent.ts';
import type { Consent } from '../../../shared/schemas/contact.ts';
import { daysUntil, formatDay } from '../../lib/i18n/index.ts';
import { ConsentBadge } from '../consent-badge.tsx';
import { consentMood, STATUS_KEYS } from '../consent-words.ts';
import { useTranslation } from '../translation.tsx';

const WHY = {
  mailable: 'contact.whyMailable',
  withdrawn: 'contact.whyWithdrawn',
  'no-consent': 'contact.whyNoConsent',
  unknown: 'contact.whyUnknown',
} as const;

export function ConsentCard({ consent, today }: { consent: Consent; today: string }) {
  const { t } = useTranslation();
  const status = parseConsentStatus(consent.status);
  return (
    <section class="card" aria-label={t('contact.consent')}>
      <div class="row row-spread">
        <h2>{status === undefined ? consent.status : t(STATUS_KEYS[status])}</h2>
        <ConsentBadge consent={consent} />
      </div>
      <p>{t(WHY[consentMood(consent)])}</p>
      <ConsentClock consent={consent} today={today} />
      {consent.description === '' ? (
        <p class="soft small">{t('contact.noDescription')}</p>
      ) : (
        <p class="quote">{consent.description}</p>
      )}
    </section>
  );
}

function ConsentClock({ consent, today }: { consent: Consent; today: string }) {
  const { t, language } = useTranslation();
  const left = consent.ends_on === null ? null : daysUntil(consent.ends_on, today);
  return (
    <dl class="facts small">
      {consent.effective_date === '' ? null : (
        <>
          <dt>{t('contact.since')}</dt>
          <dd>{formatDay(consent.effective_date, language)}</dd>
        </>
      )}
      {consent.ends_on === null ? null : (
        <>
          <dt>{t('contact.until')}</dt>
          <dd>
            {formatDay(consent.ends_on, language)}
            {left === null || left < 0 ? '' : ` (${t('contact.daysLeft', { count: left })})`}
          </dd>
        </>
      )}
    </dl>
  );
}
