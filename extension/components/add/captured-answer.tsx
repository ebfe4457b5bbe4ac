/** What a form or a list answered about consent, above the decision; where the decision goes against it, this says so. */
import { needsDescription, type WritableConsentStatus } from '../../../shared/consent.ts';
import { isDay } from '../../../shared/consent-grounds.ts';
import { formatDay } from '../../lib/i18n/index.ts';
import { STATUS_KEYS } from '../consent-words.ts';
import { Notice } from '../notice.tsx';
import { useTranslation } from '../translation.tsx';

interface CapturedAnswerProps {
  answer: { optIn: boolean; unclear?: string; written?: string; day?: string; question?: string };
  /** The status that is chosen now. */
  status: WritableConsentStatus;
}

export function CapturedAnswer({ answer, status }: CapturedAnswerProps) {
  const { t, language } = useTranslation();
  const { optIn, unclear, written, day = '', question = '' } = answer;
  const isAgainst = !optIn && needsDescription(status);
  const refused = written === undefined ? t('answer.no') : t('answer.refused', { answer: written });
  const no = unclear === undefined ? refused : t('answer.unclear', { answer: unclear });
  const yes = isDay(day) ? t('answer.yesOn', { day: formatDay(day, language) }) : t('answer.yes');
  return (
    <Notice
      tone={isAgainst ? 'bad' : optIn ? 'info' : 'warn'}
      title={question === '' ? t('answer.title') : t('answer.to', { question })}
    >
      <p>
        {optIn ? yes : no}
        {optIn || isAgainst ? null : ` ${t('answer.kept')}`}
      </p>
      <p role="alert">{isAgainst ? t('answer.against', { status: t(STATUS_KEYS[status]) }) : null}</p>
    </Notice>
  );
}
