/** May this person be mailed, why, since when and until when. */

import { parseConsentStatus } from '../../../shared/consent.ts';
import type { Consent } from '../../../shared/schemas/contact.ts';
import { daysUntil, formatDay } from '../../lib/i18n/index.ts';
import { mailStatusOf } from '../../lib/i18n/mail-status.ts';
import { MAIL_STATUS_LOOK, STATUS_KEYS } from '../consent-words.ts';
import { Icon } from '../icon.tsx';
import { useTranslation } from '../translation.tsx';

export const WHY = {
  mailable: 'contact.whyMailable',
  withdrawn: 'contact.whyWithdrawn',
  'no-consent': 'contact.whyNoConsent',
  unknown: 'contact.whyUnknown',
} as const;

/** The answer first, then its ground, then the wording kept as proof. */
export function ConsentCard({ consent, today }: { consent: Consent; today: string }) {
  const { t } = useTranslation();
  const mailStatus = mailStatusOf(consent);
  return (
    <section class="card" aria-label={t('contact.consent')}>
      <h2 class={`verdict tone-${MAIL_STATUS_LOOK[mailStatus].tone}`}>
        <Icon name={MAIL_STATUS_LOOK[mailStatus].icon} />
        {t(WHY[mailStatus])}
      </h2>
      <ConsentFacts consent={consent} today={today} />
      {consent.description === '' ? (
        <p class="soft small">{t('contact.noDescription')}</p>
      ) : (
        <p class="quote small">{consent.description}</p>
      )}
    </section>
  );
}

function ConsentFacts({ consent, today }: { consent: Consent; today: string }) {
  const { t, language } = useTranslation();
  const status = parseConsentStatus(consent.status);
  const left = consent.ends_on === null ? null : daysUntil(consent.ends_on, today);
  return (
    <dl class="facts small">
      <dt>{t('contact.consent')}</dt>
      <dd>{status === undefined ? consent.status : t(STATUS_KEYS[status])}</dd>
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
