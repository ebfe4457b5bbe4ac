/** Ends the session of the account on screen, and says where the rest is done. */
import { useTranslation } from '../../../components/translation.tsx';
import { sendMessage } from '../../../lib/messages/send.ts';
import { loadOutbox } from '../../../lib/outbox/outbox-store.ts';
import type { Popup } from './popup-context.ts';
import { unsettled } from './use-outbox.ts';

export function useSignOut({ account, announce }: Pick<Popup, 'account' | 'announce'>): () => void {
  const { t } = useTranslation();
  const signOut = async () => {
    announce({ tone: 'info', text: t('account.signingOut') });
    const answer = await sendMessage('sign-in/sign-out', { accountId: account.id });
    const revoked = answer.ok && answer.value.revoked;
    announce({
      tone: revoked ? 'good' : 'warn',
      text: t(revoked ? 'account.signedOut' : 'account.signedOutHere'),
    });
  };
  const run = () => {
    signOut().catch(() => announce({ tone: 'bad', text: t('error.background') }));
  };
  /** Whoever saved something that has not arrived is told first: signed out, it stays here and is not sent. */
  const ask = async () => {
    const count = unsettled(await loadOutbox()).filter(({ accountId }) => accountId === account.id).length;
    if (count === 0) return run();
    const action = { label: t('account.signOutAnyway'), run };
    announce({ tone: 'bad', text: t('account.signOutWaiting', { count }), action });
  };
  return () => void ask();
}
