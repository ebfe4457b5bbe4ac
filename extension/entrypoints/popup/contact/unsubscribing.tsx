/** How far an unsubscribing is that Envoke does not have: why, with its reason, and what the person can do. */
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { OutboxFailure } from '../../../components/outbox/outbox-failure.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { sendMessage } from '../../../lib/messages/send.ts';
import type { unsubscribingOf } from '../../../lib/outbox/shown-consent.ts';
import { usePopup } from '../context/popup-context.ts';

export function UnsubscribingState({
  item,
  reason,
  isRefused,
}: NonNullable<ReturnType<typeof unsubscribingOf>>) {
  const { t } = useTranslation();
  const { announce } = usePopup();
  const retry = () => {
    sendMessage('outbox/retry', { itemIds: [item.id] }).catch(() =>
      announce({ tone: 'bad', text: t('error.background') }),
    );
  };
  return (
    <Notice
      tone={isRefused ? 'bad' : 'warn'}
      actions={
        isRefused ? (
          <Button weight="outline" onClick={() => retry()}>
            {t('outbox.retry')}
          </Button>
        ) : null
      }
    >
      <p>{t(isRefused ? 'unsubscribe.refused' : 'unsubscribe.underWay')}</p>
      <p class="small">{t('outbox.doesUnsubscribe', { reason })}</p>
      <OutboxFailure item={item} />
    </Notice>
  );
}
