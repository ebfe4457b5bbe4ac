/** May this person be mailed, why, since when and until when. */

import type { ComponentChildren } from 'preact';
import { parseConsentStatus } from '../../../shared/consent.ts';
import type { Consent } from '../../../shared/schemas/contact.ts';
import { daysUntil, formatDay, type MessageKey } from '../../lib/i18n/index.ts';
import { type MailStatus, mailStatusOf } from '../../lib/i18n/mail-status.ts';
import { MAIL_STATUS_LOOK, STATUS_KEYS } from '../consent-words.ts';
import { Icon } from '../icon.tsx';
import { useTranslation } from '../translation.tsx';

const WHY = {
  mailable: 'contact.whyMailable',
  withdrawn: 'contact.whyRevoked',
  'no-consent': 'contact.whyNoConsent',
  unknown: 'contact.whyUnknown',
} as const satisfies Record<MailStatus, MessageKey>;

/** Why somebody may be emailed or not. Revoked has more than one reason, and Envoke does not say which it is. */
export function whyOf(consent: Consent): (typeof WHY)[MailStatus] | 'contact.whySpam' {
  const mailStatus = mailStatusOf(consent);
  const isSpam = mailStatus === 'withdrawn' && parseConsentStatus(consent.status) !== 'Revoked';
  return isSpam ? 'contact.whySpam' : WHY[mailStatus];
}

/** The answer first, then its ground, then the wording kept as proof. */
export function ConsentCard({ consent, today }: { consent: Consent; today: string }) {
  const { t } = useTranslation();
  const mailStatus = mailStatusOf(consent);
  return (
    <section class="card" aria-label={t('contact.consent')}>
      <h2 class={`verdict tone-${MAIL_STATUS_LOOK[mailStatus].tone}`}>
        <Icon name={MAIL_STATUS_LOOK[mailStatus].icon} />
        {t(whyOf(consent))}
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

/** In place of the card: who asked to be unsubscribed is not emailed, and Envoke does not say so yet. */
export function UnrecordedCard({ children }: { children: ComponentChildren }) {
  const { t } = useTranslation();
  return (
    <section class="card stack" aria-label={t('contact.consent')}>
      <h2 class="verdict tone-bad">
        <Icon name={MAIL_STATUS_LOOK.withdrawn.icon} />
        {t('contact.whyUnrecorded')}
      </h2>
      {children}
    </section>
  );
}

function ConsentFacts({ consent, today }: { consent: Consent; today: string }) {
  const { t, language } = useTranslation();
  const status = parseConsentStatus(consent.status);
  // Of a consent that is over, whatever ended it, nothing is left.
  const left =
    consent.ends_on === null || consent.mailable !== 'yes' ? null : daysUntil(consent.ends_on, today);
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
            {left === null || left < 0
              ? ''
              : ` (${left === 0 ? t('contact.lastDay') : t('contact.daysLeft', { count: left })})`}
          </dd>
        </>
      )}
    </dl>
  );
}
