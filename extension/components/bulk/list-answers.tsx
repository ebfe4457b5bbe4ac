/**
 * Counts what a registration list says about consent, with the one button that makes these answers count. What becomes of
 * an answer is said only of those who are added.
 */
import { useRef, useState } from 'preact/hooks';
import type { WritableConsentStatus } from '../../../shared/consent.ts';
import { earliestGroundDay, isDay, isGroundDay } from '../../../shared/consent-grounds.ts';
import { formatDay } from '../../lib/i18n/index.ts';
import { Button } from '../button.tsx';
import { STATUS_KEYS } from '../consent-words.ts';
import { DayField } from '../field.tsx';
import { useFaultFocus } from '../first-fault.ts';
import { Notice } from '../notice.tsx';
import { useTranslation } from '../translation.tsx';

interface Counted {
  yes: number;
  taken: number;
  no: number;
  unclear: number;
  undated: number;
  unclearDays: number;
}

interface ListAnswersProps {
  /** What the list says. */
  said: { yes: number; no: number; none: number };
  /** The same of those who are added, without the `overruled`; null before that is known. */
  added: Counted | null;
  /** How many did not say yes, and were given a consent by hand. */
  overruled: number;
  /** Envoke could not be asked: it may have some of them already. */
  isUnasked: boolean;
  /** What was asked, as written; `''` when nobody wrote it. */
  question: string;
  /** The consent status that a yes becomes. */
  status: WritableConsentStatus;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Called with the day for the people who have no day of their own; absent where the answers may not count. */
  onTake: ((undatedDay: string) => void) | undefined;
}

const NOBODY: Counted = { yes: 0, taken: 0, no: 0, unclear: 0, undated: 0, unclearDays: 0 };

export function ListAnswers(props: ListAnswersProps) {
  const { said, overruled, isUnasked, question, status, today, onTake } = props;
  const added = props.added ?? NOBODY;
  const { t, language } = useTranslation();
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const showFault = useFaultFocus(root);
  const taken = added.yes > 0 && added.taken === added.yes;
  const mayTake = onTake !== undefined && added.yes > 0 && !taken;
  const lacksDay = added.undated > 0 && (!isGroundDay('asked', day) || day > today);
  const min = earliestGroundDay('asked');
  const wrong =
    isDay(day) && day < min ? t('when.tooEarly', { day: formatDay(min, language) }) : t('when.wrong');
  const words = { count: added.yes, status: t(STATUS_KEYS[status]) };
  const take = () => {
    setTried(true);
    if (lacksDay) showFault();
    else onTake?.(day);
  };
  return (
    <Notice
      tone={taken ? 'good' : 'info'}
      title={question === '' ? t('list.answers') : t('list.answersTo', { question })}
      actions={
        mayTake ? (
          <Button weight="outline" onClick={take}>
            {t('list.take', words)}
          </Button>
        ) : undefined
      }
    >
      <p role="status">{taken ? t('list.taken', words) : t('list.counts', { ...said })}</p>
      <div ref={root}>
        {!mayTake || added.undated === 0 ? null : (
          <DayField
            label={t('list.undated', { count: added.undated })}
            min={min}
            max={today}
            value={day}
            note={tried && lacksDay ? { tone: 'bad', text: wrong } : null}
            onChange={setDay}
          />
        )}
      </div>
      {added.unclearDays === 0 ? null : (
        <p class="small">{t('list.unclearDays', { count: added.unclearDays })}</p>
      )}
      {added.no === 0 ? null : <p class="small">{t('list.noes', { count: added.no })}</p>}
      {added.unclear === 0 ? null : <p class="small">{t('list.unclear', { count: added.unclear })}</p>}
      {overruled === 0 ? null : (
        <p class="small field-note-warn">{t('list.overruled', { count: overruled })}</p>
      )}
      {isUnasked && added.no + added.unclear > 0 ? <p class="small">{t('list.notAsked')}</p> : null}
    </Notice>
  );
}
