/** Ends the session of the account on screen, and says where the rest is done. */
import { useTranslation } from '../../../components/translation.tsx';
import { sendMessage } from '../../../lib/messages/send.ts';
import type { Popup } from './popup-context.ts';

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
  return () => {
    signOut().catch(() => announce({ tone: 'bad', text: t('error.background') }));
  };
}
