/** What the background does for each message of the table. */

import type { MessageHandlers } from '../messages/listener.ts';
import { controlBatch } from '../outbox/outbox-batches.ts';
import { addToOutbox, dropItems, editItem, retryItems } from '../outbox/outbox-commands.ts';
import type { AddAnswer } from '../outbox/outbox-requests.ts';
import type { OutboxSender } from '../outbox/outbox-sender.ts';
import { discardDraft, savingDraft } from '../outbox/saved-draft.ts';
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
    'outbox/add': (request) => {
      const { accountId, draftId } = request;
      const add = async (): Promise<AddAnswer> => {
        const account = findAccount(await accountsItem.get(), accountId);
        return account === undefined
          ? { ok: false, refusal: 'no-account' }
          : addToOutbox(request, effects.now());
      };
      const accountOf = () => accountId;
      return thenSend(savingDraft(draftId, accountOf, add));
    },
    'outbox/edit': (request) => {
      const edit = () => editItem(request, sender.ask);
      return thenSend(savingDraft(request.draftId, ({ accountId }) => accountId, edit));
    },
    'outbox/discard-draft': discardDraft,
    'outbox/retry': (request) => thenSend(retryItems(request)),
    'outbox/drop': dropItems,
    'outbox/undo': (request) => thenSend(undoItems(request, effects.now())),
    'outbox/batch': (request) => thenSend(controlBatch(request)),
    'outbox/send-now': () => thenSend(Promise.resolve({ ok: true, value: null })),
  };
}
