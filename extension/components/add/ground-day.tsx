/** When the ground came about, and what that means for emailing: never something else than what the status says. */
import { useState } from 'preact/hooks';
import { needsDescription, type WritableConsentStatus } from '../../../shared/consent.ts';
import {
  earliestDay,
  earliestGroundDay,
  GROUND_RULES,
  groundEndsOn,
  isDay,
  isGroundDay,
} from '../../../shared/consent-grounds.ts';
import { formatPeriod } from '../../lib/i18n/consent-description.ts';
import { formatDay } from '../../lib/i18n/index.ts';
import type { ConsentBasis } from '../../lib/settings/settings.ts';
import { Button } from '../button.tsx';
import { STATUS_KEYS } from '../consent-words.ts';
import { DayField, type FieldNote } from '../field.tsx';
import { Notice } from '../notice.tsx';
import { useTranslation } from '../translation.tsx';

export interface WhenProps {
  choice: {
    basis: ConsentBasis;
    status: WritableConsentStatus;
    /** `YYYY-MM-DD`; `YYYY-MM` or `YYYY` where only the month or the year is known. */
    happenedOn: string;
  };
  /** The status that the chosen ground gives in this organisation. */
  groundStatus: WritableConsentStatus;
  allowed: readonly WritableConsentStatus[];
  /** `YYYY-MM-DD`. */
  today: string;
  /** What is missing or not valid; shown once somebody tried to save. */
  problem?: 'day' | 'over' | 'conditions' | null;
  onDay: (day: string) => void;
  /** Called to choose Not Provided: the ground stays selected, but its period is over. */
  onNotProvided: () => void;
  onStatus: (status: WritableConsentStatus) => void;
}

/** The day the period starts, never in the future. What it says of emailing is what the status says too. */
export function When(props: WhenProps) {
  const { choice, groundStatus, today, problem, onDay } = props;
  const { t, language } = useTranslation();
  const { basis, happenedOn, status } = choice;
  const isEnd = GROUND_RULES[basis].asksDay === 'end';
  const day = earliestDay(happenedOn);
  /** The day as it was when the focus left it: while a year is typed, it has fewer digits. */
  const [left, setLeft] = useState<string | null>(null);
  const min = earliestGroundDay(basis);
  const isTooEarly = isDay(day) && day < min;
  const isSending = needsDescription(status);
  const endsOn = isGroundDay(basis, day) ? groundEndsOn(basis, day, isSending ? status : groundStatus) : null;
  const isOver = endsOn !== null && endsOn < today;
  const quick = [
    { label: t('when.today'), day: today },
    { label: t('when.thisMonth'), day: today.slice(0, 7) },
    { label: t('when.lastYear'), day: `${Number(today.slice(0, 4)) - 1}` },
  ];
  const said = [
    ...(day === happenedOn
      ? []
      : [
          t('when.countsFrom', { period: formatPeriod(happenedOn, language), day: formatDay(day, language) }),
        ]),
    ...(endsOn === null || isOver || !isSending
      ? []
      : [t('when.endsOn', { day: formatDay(endsOn, language) })]),
  ];
  const isWrong = problem === 'day' || (isDay(day) && day > today) || (isTooEarly && left === day);
  const wrong = isTooEarly ? t('when.tooEarly', { day: formatDay(min, language) }) : t('when.wrong');
  const note: FieldNote | null = isWrong
    ? { tone: 'bad', text: wrong }
    : said.length === 0
      ? null
      : { text: said.join(' ') };
  return (
    <div class="stack-tight">
      <DayField
        min={min}
        max={today}
        label={t(isEnd ? 'when.ended' : 'when.legend')}
        value={day}
        note={note}
        invalid={problem === 'over'}
        onChange={onDay}
        onLeave={() => setLeft(day)}
      />
      <div class="row">
        {quick.map(({ label, day }) => (
          <Button key={label} weight="quiet" onClick={() => onDay(day)}>
            {label}
          </Button>
        ))}
      </div>
      {isWrong ? null : <WhatIsSaved {...props} endsOn={endsOn} />}
    </div>
  );
}

/** Where ground and status do not go together: why, what is saved, and the way to the other status. */
function WhatIsSaved(props: WhenProps & { endsOn: string | null }) {
  const { choice, groundStatus, allowed, today, problem, endsOn, onNotProvided, onStatus } = props;
  const { t, language } = useTranslation();
  const day = endsOn === null ? '' : formatDay(endsOn, language);
  const isOver = endsOn !== null && endsOn < today;
  const status = t(STATUS_KEYS[choice.status]);
  const recordAs = (words: string, onClick: () => void) => (
    <Button weight="outline" onClick={onClick}>
      {words}
    </Button>
  );
  if (needsDescription(choice.status)) {
    if (!isOver) return null;
    const way = allowed.includes('Not Provided') ? recordAs(t('when.notProvided'), onNotProvided) : undefined;
    return (
      <Notice tone={problem === 'over' ? 'bad' : 'warn'} actions={way}>
        {t('when.over', { day })}
      </Notice>
    );
  }
  if (!needsDescription(groundStatus)) return null;
  if (isOver) return <Notice tone="info">{t('when.overSaved', { day, status })}</Notice>;
  const way = allowed.includes(groundStatus)
    ? recordAs(t('when.recordAs', { status: t(STATUS_KEYS[groundStatus]) }), () => onStatus(groundStatus))
    : undefined;
  return (
    <Notice tone="warn" actions={way}>
      {t('when.notSending', { status })}
    </Notice>
  );
}
