/**
 * Says that saved writes stay in this browser for an account without a session here, and deletes them when the person
 * says so a second time.
 */
import { AskFirst } from '../ask-first.tsx';
import { Notice } from '../notice.tsx';
import { useTranslation } from '../translation.tsx';

interface LeftBehindProps {
  /** How many are sent once somebody connects again. */
  waiting: number;
  /** How many need the person first. */
  toFix: number;
  onDrop: () => void;
}

export function LeftBehind({ waiting, toFix, onDrop }: LeftBehindProps) {
  const { t } = useTranslation();
  const count = waiting + toFix;
  return (
    <Notice
      tone="warn"
      actions={
        <AskFirst
          label={t('outbox.drop')}
          question={t('outbox.leftBehindReally', { count })}
          confirm={t('outbox.dropForGood', { count })}
          onConfirmed={onDrop}
        />
      }
    >
      {waiting === 0 ? null : <p>{t('outbox.leftBehind', { count: waiting })}</p>}
      {toFix === 0 ? null : <p>{t('outbox.leftBehindToFix', { count: toFix })}</p>}
    </Notice>
  );
}
