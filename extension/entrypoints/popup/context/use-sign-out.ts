/** Ends the session of the account on screen, and says what is left to do. */
import { useTranslation } from '../../../components/translation.tsx';
import { isBrokerError } from '../../../lib/broker-client/broker-error.ts';
import { draftsItem } from '../../../lib/memory/drafts-item.ts';
import { sendMessage } from '../../../lib/messages/send.ts';
import { partOf } from '../../../lib/outbox/outbox-item.ts';
import { loadOutbox } from '../../../lib/outbox/outbox-store.ts';
import { countUnsent, unsettled } from '../../../lib/outbox/outbox-summary.ts';
import { countWithdrawals } from '../../../lib/outbox/shown-consent.ts';
import type { Popup } from './popup-context.ts';
import { failureKey } from './shown-error.ts';

interface SignOut extends Pick<Popup, 'account' | 'announce'> {
  /** Runs first; when it fails, the session is not ended. */
  first?: () => Promise<void>;
}

export function useSignOut({ account, announce, first }: SignOut): () => void {
  const { t } = useTranslation();
  const signOut = async () => {
    announce({ tone: 'info', text: t('account.signingOut') });
    await first?.();
    const answer = await sendMessage('sign-in/sign-out', { accountId: account.id });
    const revoked = answer.ok && answer.value.revoked;
    announce({
      tone: revoked ? 'good' : 'warn',
      text: t(revoked ? 'account.signedOut' : 'account.signedOutHere'),
    });
  };
  const run = () => {
    signOut().catch((failure: unknown) => {
      const key = isBrokerError(failure) ? failureKey(failure) : 'error.background';
      announce({ tone: 'bad', text: t(key) });
    });
  };
  /**
   * A person with open writes or unfinished forms is told first: the writes stay in this browser and are not sent, the
   * forms are deleted.
   */
  const ask = async () => {
    const [outbox, drafts] = await Promise.all([loadOutbox(), draftsItem.get()]);
    const own = partOf(unsettled(outbox), (id) => id === account.id);
    const { waiting, paused, toFix } = countUnsent(own);
    const withdrawals = countWithdrawals(own.items);
    const unfinished = drafts[account.id]?.length ?? 0;
    const warnings = [
      ...(unfinished === 0 ? [] : [t('account.signOutUnfinished', { count: unfinished })]),
      ...(waiting === 0 ? [] : [t('account.signOutWaiting', { count: waiting })]),
      ...(paused === 0 ? [] : [t('account.signOutPaused', { count: paused })]),
      ...(toFix === 0 ? [] : [t('account.signOutToFix', { count: toFix })]),
      ...(withdrawals === 0 ? [] : [t('account.signOutWithdrawals', { count: withdrawals })]),
    ];
    if (warnings.length === 0) return run();
    const actions = [{ label: t('account.signOutAnyway'), run }];
    announce({ tone: 'bad', text: warnings.join(' '), actions, isQuestion: true });
  };
  return () => void ask();
}
