/** The consent of one person in a bulk review, where it differs from the decision for all. */
import { needsDescription, type WritableConsentStatus } from '../../../shared/consent.ts';
import { isDay } from '../../../shared/consent-grounds.ts';
import { formatDay } from '../../lib/i18n/index.ts';
import { isDescriptionOverlong } from '../add/field-limits.ts';
import { STATUS_KEYS } from '../consent-words.ts';
import { DayField, type FieldNote, SelectField, TextArea } from '../field.tsx';
import { useTranslation } from '../translation.tsx';

export interface OwnConsent {
  status: WritableConsentStatus;
  description: string;
  /** Language of the description: the contact's. */
  language: string;
  /** The form claims consent but does not say how it was given. */
  lacksProof: boolean;
  /** Somebody tried to send the row. */
  isTried?: boolean;
  /** What is missing or not valid in the ground; null before the person tried to send. */
  problem?: 'day' | 'over' | 'conditions' | null;
  /** The day that the consent rests on; null where it has no period. */
  happenedOn: string | null;
  /** The earliest day that the consent can rest on, and the latest, `YYYY-MM-DD`. */
  min: string;
  today: string;
}

interface RowConsentProps {
  own: OwnConsent | null;
  /** False where the person's own answer is no yes. */
  mayFollowAll: boolean;
  allowed: readonly WritableConsentStatus[];
  onStatus: (status: WritableConsentStatus | null) => void;
  onDay: (day: string) => void;
  onDescription: (description: string) => void;
}

export function RowConsent(props: RowConsentProps) {
  const { own, mayFollowAll, allowed, onStatus, onDay, onDescription } = props;
  const { t, language } = useTranslation();
  const descriptionNote =
    own === null
      ? null
      : isDescriptionOverlong(own)
        ? ({ tone: 'bad', text: t('consent.descriptionTooLong') } as const)
        : own.lacksProof
          ? ({ tone: 'bad', text: t('consent.descriptionNeeded') } as const)
          : null;
  const isAllowed = own === null || allowed.includes(own.status);
  const shown = isAllowed ? allowed : [own.status, ...allowed];
  const note = (): FieldNote | null => {
    if (own === null) return null;
    const status = t(STATUS_KEYS[own.status]);
    if (!isAllowed)
      return { text: t('consent.notPermitted', { status }), ...(own.isTried ? { tone: 'bad' } : {}) };
    const isAgainst = !mayFollowAll && needsDescription(own.status);
    return isAgainst ? { tone: 'warn', text: t('answer.against', { status }) } : null;
  };
  const dayWrong = (own: OwnConsent, day: string) =>
    isDay(day) && day < own.min
      ? t('when.tooEarly', { day: formatDay(own.min, language) })
      : t('bulk.ownDayWrong');
  return (
    <>
      <SelectField
        wide
        label={t('bulk.ownStatus')}
        value={own?.status ?? ''}
        options={[
          ...(mayFollowAll ? [{ value: '', label: t('bulk.asAll') }] : []),
          ...shown.map((status) => ({ value: status, label: t(STATUS_KEYS[status]) })),
        ]}
        note={note()}
        onChange={(value) => onStatus(allowed.find((one) => one === value) ?? null)}
      />
      {own === null || own.happenedOn === null ? null : (
        <DayField
          label={t('when.legend')}
          min={own.min}
          max={own.today}
          value={own.happenedOn}
          note={own.problem == null ? null : { tone: 'bad', text: dayWrong(own, own.happenedOn) }}
          onChange={onDay}
        />
      )}
      {own === null ? null : (
        <TextArea
          wide
          label={t('bulk.ownDescription')}
          value={own.description}
          lang={own.language}
          note={descriptionNote}
          onChange={onDescription}
        />
      )}
    </>
  );
}
