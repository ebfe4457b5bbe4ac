/** What the background does for each message of the table. */

import { dropDraft } from '../memory/drafts-item.ts';
import type { MessageHandlers } from '../messages/listener.ts';
import { controlBatch } from '../outbox/outbox-batches.ts';
import { addToOutbox, dropItems, editItem, retryItems } from '../outbox/outbox-commands.ts';
import type { OutboxSender } from '../outbox/outbox-sender.ts';
import { undoItems } from '../outbox/undo.ts';
import { accountsItem } from '../session/accounts-item.ts';
import { findAccount } from '../session/stored-account.ts';
import { type BrowserEffects, type OnConnected, startSignIn } from '../sign-in/run-sign-in.ts';
import { signOut } from '../sign-in/sign-out.ts';

export function createMessageHandlers(
  effects: BrowserEffects,
  sender: OutboxSender,
  onConnected: OnConnected,
): MessageHandlers {
  /** Answers at once; the change is sent while the answer is on its way. */
  const thenSend = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const value = await answer;
    void sender.sendNow();
    return value;
  };
  return {
    'sign-in/start': async ({ reconnects }) =>
      (await startSignIn(effects, reconnects, onConnected))
        ? { ok: true, value: null }
        : { ok: false, refusal: 'already-running' },
    'sign-in/sign-out': async ({ accountId }) => {
      const revoked = await signOut(effects, accountId);
      return revoked === null ? { ok: false, refusal: 'no-account' } : { ok: true, value: { revoked } };
    },
    'outbox/add': async (request) => {
      const account = findAccount(await accountsItem.get(), request.accountId);
      if (account === undefined) return { ok: false, refusal: 'no-account' };
      const answer = await addToOutbox(request, effects.now());
      // The popup may close before it can report this itself.
      if (answer.ok && request.draftId !== undefined) await dropDraft(request.accountId, request.draftId);
      return thenSend(Promise.resolve(answer));
    },
    'outbox/edit': (request) => thenSend(editItem(request)),
    'outbox/retry': (request) => thenSend(retryItems(request)),
    'outbox/drop': dropItems,
    'outbox/undo': (request) => thenSend(undoItems(request, effects.now())),
    'outbox/batch': (request) => thenSend(controlBatch(request)),
    'outbox/send-now': () => thenSend(Promise.resolve({ ok: true, value: null })),
  };
}
