/** The writes of all views. The first view that writes fetches this code; the list does not need it to start. */
import { useMemo } from 'preact/hooks';
import type { Announcement } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import type { Announce } from '../../../components/use-announcement.ts';
import type { Popup } from '../context/popup-context.ts';
import type { Writes } from '../context/writes.ts';

export function useWrites(accountId: string, announce: Announce<Announcement>, open: Popup['open']): Writes {
  const { t, language } = useTranslation();
  return useMemo(() => {
    const openAccount = () => open({ name: 'account' });
    const load = async () =>
      (await import('../context/writes.ts')).createWrites({ accountId, announce, openAccount, t, language });
    return {
      send: async (...asked) => (await load()).send(...asked),
      replace: async (...asked) => (await load()).replace(...asked),
      undo: (...asked) => void load().then(({ undo }) => undo(...asked)),
    };
  }, [accountId, announce, open, t, language]);
}
