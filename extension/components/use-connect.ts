/** Starts a sign-in from a click: the browser's permission for the broker first, which only a click may ask for. */
import { useCallback } from 'preact/hooks';
import { sendMessage } from '../lib/messages/send.ts';
import { requestBrokerPermission } from '../lib/settings/host-permission.ts';
import type { Announcement } from './notice.tsx';
import { useTranslation } from './translation.tsx';

export function useConnect(
  brokerUrl: string,
  announce: (announcement: Announcement | null) => void,
): (reconnects: string | null) => void {
  const { t } = useTranslation();
  return useCallback(
    (reconnects) => {
      announce(null);
      const withheld = () => announce({ tone: 'bad', text: t('error.permission') });
      const start = async (granted: boolean) => {
        if (!granted) return withheld();
        await sendMessage('sign-in/start', { reconnects }).catch(() =>
          announce({ tone: 'bad', text: t('error.background') }),
        );
      };
      requestBrokerPermission(brokerUrl).then(start, withheld);
    },
    [brokerUrl, announce, t],
  );
}
