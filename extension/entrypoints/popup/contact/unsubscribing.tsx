/** Unsubscribing a contact: the form, and once it is confirmed, how far it is until Envoke has it. */
import { Button } from '../../../components/button.tsx';
import { UnsubscribeForm } from '../../../components/contact/unsubscribe-form.tsx';
import { Notice } from '../../../components/notice.tsx';
import { OutboxFailure } from '../../../components/outbox/outbox-failure.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import { sendMessage } from '../../../lib/messages/send.ts';
import type { unsubscribingOf } from '../../../lib/outbox/shown-consent.ts';
import { usePopup } from '../context/popup-context.ts';
import type { ContactWrites } from './use-contact-writes.ts';

interface UnsubscribingProps {
  withdrawn: boolean;
  unsubscribing: ReturnType<typeof unsubscribingOf>;
  writes: Pick<ContactWrites, 'isUnsubscribing' | 'unsubscribe'>;
}

/** Nothing for somebody who is unsubscribed already. */
export function Unsubscribing({ withdrawn, unsubscribing, writes }: UnsubscribingProps) {
  const { t } = useTranslation();
  const { announce } = usePopup();
  if (unsubscribing === undefined)
    return withdrawn ? null : (
      <UnsubscribeForm
        busy={writes.isUnsubscribing}
        onUnsubscribe={(reason) => void writes.unsubscribe(reason)}
      />
    );
  const { item, reason, isRefused } = unsubscribing;
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
