/** Sends an outbox request to the background, and shows a notice when it is refused; resolves with whether it was done. */
import { useTranslation } from '../../../components/translation.tsx';
import type { MessageRequest } from '../../../lib/messages/message-table.ts';
import { sendMessage } from '../../../lib/messages/send.ts';
import { usePopup } from '../context/popup-context.ts';
import { REFUSAL_KEYS } from '../context/writes.ts';

type OutboxQuestion = 'outbox/retry' | 'outbox/drop' | 'outbox/batch';

export function useAsk(): <Type extends OutboxQuestion>(
  type: Type,
  payload: MessageRequest<Type>,
) => Promise<boolean> {
  const { announce } = usePopup();
  const { t } = useTranslation();
  return async (type, payload) => {
    try {
      const answer = await sendMessage(type, payload);
      if (!answer.ok) announce({ tone: 'bad', text: t(REFUSAL_KEYS[answer.refusal]) });
      return answer.ok;
    } catch {
      announce({ tone: 'bad', text: t('error.background') });
      return false;
    }
  };
}
