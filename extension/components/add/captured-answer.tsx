/** What a form or a list answered about consent, and what becomes of it; where the decision goes against it, this says so. */
import type { ComponentChildren } from 'preact';
import { needsDescription, type WritableConsentStatus } from '../../../shared/consent.ts';
import type { FormAnswer } from '../../../shared/form-answer.ts';
import { formatPeriod } from '../../lib/i18n/consent-description.ts';
import type { Language, Translate } from '../../lib/i18n/index.ts';
import { STATUS_KEYS } from '../consent-words.ts';
import { Notice } from '../notice.tsx';
import { useTranslation } from '../translation.tsx';

const askedWords = ({ question = '' }: FormAnswer, t: Translate) =>
  question === '' ? t('answer.title') : t('answer.to', { question });

function saidWords(
  { optIn, unclear, written, day, dayWritten }: FormAnswer,
  t: Translate,
  language: Language,
): string {
  if (optIn && day !== undefined) return t('answer.yesOn', { day: formatPeriod(day, language) });
  if (optIn)
    return dayWritten === undefined ? t('answer.yes') : t('answer.yesDayUnclear', { day: dayWritten });
  if (unclear !== undefined) return t('answer.unclear', { answer: unclear });
  return written === undefined ? t('answer.no') : t('answer.refused', { answer: written });
}

/** That Envoke has not recorded an answer which is no yes, and what records it. */
export function unrecordedWords({ unclear }: FormAnswer, t: Translate): string {
  const button = t('unsubscribe.open');
  return t(unclear === undefined ? 'answer.notRecorded' : 'answer.unclearNotRecorded', { button });
}

interface CapturedAnswerProps {
  answer: FormAnswer;
  /** The status that is chosen now. */
  status: WritableConsentStatus;
  /** What becomes of an answer that is no yes; `''` where that is not known. */
  outcome: string;
}

/** Above the decision. */
export function CapturedAnswer({ answer, status, outcome }: CapturedAnswerProps) {
  const { t, language } = useTranslation();
  const { optIn } = answer;
  const isAgainst = !optIn && needsDescription(status);
  return (
    <Notice tone={isAgainst ? 'bad' : optIn ? 'info' : 'warn'} title={askedWords(answer, t)}>
      <p>
        {saidWords(answer, t, language)}
        {optIn || isAgainst || outcome === '' ? null : ` ${outcome}`}
      </p>
      <p role="alert">{isAgainst ? t('answer.against', { status: t(STATUS_KEYS[status]) }) : null}</p>
    </Notice>
  );
}

/** Beside what Envoke or the outbox has of the person, in the same notice: both are read together. */
export function AnswerBeside({ answer, children }: { answer: FormAnswer; children: ComponentChildren }) {
  const { t, language } = useTranslation();
  return (
    <div>
      <p>
        <b>{askedWords(answer, t)}</b>
      </p>
      <p>
        {saidWords(answer, t, language)} {children}
      </p>
    </div>
  );
}
