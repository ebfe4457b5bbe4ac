/**
 * Says that saved writes stay in this browser for an account without a session here, and deletes them when the person
 * says so a second time.
 */
import type { Unsent } from '../../lib/outbox/outbox-summary.ts';
import { AskFirst } from '../ask-first.tsx';
import { Notice } from '../notice.tsx';
import { useTranslation } from '../translation.tsx';

interface LeftBehindProps {
  unsent: Unsent;
  /** How many of them unsubscribe somebody. */
  withdrawals: number;
  onDrop: () => void;
}

export function LeftBehind({ unsent: { waiting, paused, toFix }, withdrawals, onDrop }: LeftBehindProps) {
  const { t } = useTranslation();
  const count = waiting + paused + toFix;
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
      {paused === 0 ? null : <p>{t('outbox.leftBehindPaused', { count: paused })}</p>}
      {toFix === 0 ? null : <p>{t('outbox.leftBehindToFix', { count: toFix })}</p>}
      {withdrawals === 0 ? null : <p>{t('account.signOutWithdrawals', { count: withdrawals })}</p>}
    </Notice>
  );
}
