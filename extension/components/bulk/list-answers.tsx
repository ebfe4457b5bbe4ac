/** Counts what a registration list says about consent, with the one button that makes these answers count. */
import { useState } from 'preact/hooks';
import type { WritableConsentStatus } from '../../../shared/consent.ts';
import { earliestGroundDay, isDay, isGroundDay } from '../../../shared/consent-grounds.ts';
import { formatDay } from '../../lib/i18n/index.ts';
import { Button } from '../button.tsx';
import { STATUS_KEYS } from '../consent-words.ts';
import { DayField } from '../field.tsx';
import { Notice } from '../notice.tsx';
import { useTranslation } from '../translation.tsx';

interface ListAnswersProps {
  counts: { yes: number; taken: number; no: number; unclear: number; none: number; undated: number };
  /** What was asked, as written; `''` when nobody wrote it. */
  question: string;
  /** The consent status that a yes becomes. */
  status: WritableConsentStatus;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Called with the day for the people who have no day of their own; absent where the answers may not count. */
  onTake: ((undatedDay: string) => void) | undefined;
}

export function ListAnswers({ counts, question, status, today, onTake }: ListAnswersProps) {
  const { t, language } = useTranslation();
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const taken = counts.yes > 0 && counts.taken === counts.yes;
  const lacksDay = counts.undated > 0 && (!isGroundDay('asked', day) || day > today);
  const min = earliestGroundDay('asked');
  const wrong =
    isDay(day) && day < min ? t('when.tooEarly', { day: formatDay(min, language) }) : t('when.wrong');
  const words = { count: counts.yes, status: t(STATUS_KEYS[status]) };
  const take = () => {
    setTried(true);
    if (!lacksDay) onTake?.(day);
  };
  return (
    <Notice
      tone={taken ? 'good' : 'info'}
      title={question === '' ? t('list.answers') : t('list.answersTo', { question })}
      actions={
        onTake === undefined || taken ? undefined : (
          <Button weight="outline" onClick={take}>
            {t('list.take', words)}
          </Button>
        )
      }
    >
      <p role="status">{taken ? t('list.taken', words) : t('list.counts', { ...counts })}</p>
      {onTake === undefined || taken || counts.undated === 0 ? null : (
        <DayField
          label={t('list.undated', { count: counts.undated })}
          min={min}
          max={today}
          value={day}
          note={tried && lacksDay ? { tone: 'bad', text: wrong } : null}
          onChange={setDay}
        />
      )}
      {counts.no === 0 ? null : <p class="small">{t('list.noes', { count: counts.no })}</p>}
      {counts.unclear === 0 ? null : <p class="small">{t('list.unclear', { count: counts.unclear })}</p>}
    </Notice>
  );
}
