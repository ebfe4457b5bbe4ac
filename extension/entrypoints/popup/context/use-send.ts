/** Hands confirmed writes to the outbox and says what became of that; sending itself is the background's. */
import { useCallback } from 'preact/hooks';
import type { Announcement } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import type { MessageKey, Translator } from '../../../lib/i18n/index.ts';
import { sendMessage } from '../../../lib/messages/send.ts';
import type { OutboxOperation } from '../../../lib/outbox/outbox-item.ts';
import type { OutboxRefusal } from '../../../lib/outbox/outbox-requests.ts';

export const REFUSAL_KEYS = {
  'no-account': 'error.sessionEnded',
  'storage-full': 'outbox.full',
  'too-many': 'outbox.tooMany',
  'not-allowed': 'outbox.notAllowed',
  'not-editable': 'outbox.notEditable',
  'not-found': 'outbox.notEditable',
} as const satisfies Record<OutboxRefusal, MessageKey>;

export type Send = (
  operations: readonly OutboxOperation[],
  words: { taken: string; batch?: boolean; draftId?: string },
) => Promise<boolean>;

type OutboxOutcome = { ok: true } | { ok: false; refusal: OutboxRefusal };

/** Asks the background, and says that it took what was saved, or why not. True when it was taken. */
export async function announceOutcome(
  ask: () => Promise<OutboxOutcome>,
  taken: string,
  announce: (announcement: Announcement) => void,
  t: Translator['t'],
): Promise<boolean> {
  try {
    const answer = await ask();
    announce(
      answer.ok ? { tone: 'good', text: taken } : { tone: 'bad', text: t(REFUSAL_KEYS[answer.refusal]) },
    );
    return answer.ok;
  } catch {
    announce({ tone: 'bad', text: t('error.background') });
    return false;
  }
}

export function useSend(accountId: string, announce: (announcement: Announcement) => void): Send {
  const { t } = useTranslation();
  return useCallback(
    async (operations, { taken, batch = false, draftId }) => {
      const request = { requestId: crypto.randomUUID(), accountId, operations, batch, draftId };
      const ask = () => sendMessage('outbox/add', request);
      // A background that dies takes its answer along, not always before the work; the next one is asked the same.
      return announceOutcome(() => ask().catch(ask), taken, announce, t);
    },
    [accountId, announce, t],
  );
}
