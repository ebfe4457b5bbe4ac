/** Unsubscribing a contact: the form, and once it is confirmed, how far it is until Envoke has it. */
import { useMemo, useState } from 'preact/hooks';
import type { Contact } from '../../../../shared/schemas/contact.ts';
import { Button } from '../../../components/button.tsx';
import { UnsubscribeForm } from '../../../components/contact/unsubscribe-form.tsx';
import { Notice } from '../../../components/notice.tsx';
import { OutboxFailure } from '../../../components/outbox/outbox-failure.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import type { Draft } from '../../../lib/memory/drafts-item.ts';
import { sendMessage } from '../../../lib/messages/send.ts';
import type { unsubscribingOf } from '../../../lib/outbox/shown-consent.ts';
import { usePopup } from '../context/popup-context.ts';
import { useDraft } from '../form/use-draft.ts';
import type { ContactWrites } from './use-contact-writes.ts';

interface UnsubscribingProps {
  contact: Contact;
  /** The id of the edit that may be unfinished beside it. */
  draftId: string;
  /** The reason as it was left; `''` for none. */
  kept: string;
  /** Unsubscribed, or about to be: there is nothing to ask. */
  isOver: boolean;
  writes: Pick<ContactWrites, 'isUnsubscribing' | 'unsubscribe'>;
}

/** The reason is kept as it is typed; only the button unsubscribes anybody. */
export function Unsubscribing({ contact, draftId, kept, isOver, writes }: UnsubscribingProps) {
  const { account, announce } = usePopup();
  const [reason, setReason] = useState(kept);
  const id = `${draftId}-unsubscribe`;
  const draft = useMemo(
    (): Draft | null =>
      isOver || reason.trim() === ''
        ? null
        : { id, origin: contact.id, kind: 'unsubscribe', contact, reason, of: draftId },
    [id, contact, reason, isOver],
  );
  const forget = useDraft(account.id, id, draft, announce);
  const unsubscribe = async (said: string) => {
    if (!(await writes.unsubscribe(said, id))) return;
    setReason('');
    await forget();
  };
  if (isOver) return null;
  return (
    <UnsubscribeForm
      busy={writes.isUnsubscribing}
      kept={kept}
      onType={setReason}
      onUnsubscribe={(said) => void unsubscribe(said)}
    />
  );
}

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
