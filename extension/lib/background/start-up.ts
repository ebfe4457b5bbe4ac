/** What the background does at each start: it repairs what the previous one left half done. */
import { removeOldItems } from '../outbox/outbox-cleaning.ts';
import type { OutboxSender } from '../outbox/outbox-sender.ts';
import { finishUndoing } from '../outbox/undo.ts';
import { accountsItem } from '../session/accounts-item.ts';
import { deleteOtherDpopKeys } from '../session/dpop-keys.ts';
import { type BrowserEffects, type OnConnected, resumeSignIn } from '../sign-in/run-sign-in.ts';
import { settleDeadSignIn, whenNoSignInRuns } from '../sign-in/sign-in-lock.ts';
import { loadTabSignIn } from '../sign-in/tab-sign-in.ts';
import { closeStorageToPages } from '../storage/access.ts';

export async function startUp(
  effects: BrowserEffects,
  sender: OutboxSender,
  onConnected: OnConnected,
): Promise<void> {
  const nowMs = effects.now();
  await closeStorageToPages();
  await settleDeadSignIn();
  // Under the same lock, since the key of a running sign-in belongs to no account yet; nor does that of one in a tab.
  await whenNoSignInRuns(async () => {
    const { accounts } = await accountsItem.get();
    const inTab = await loadTabSignIn();
    await deleteOtherDpopKeys([...accounts, ...(inTab === null ? [] : [inTab])].map(({ keyId }) => keyId));
  });
  // Not waited for: the person may take minutes.
  void resumeSignIn(effects, onConnected);
  await finishUndoing(nowMs);
  await removeOldItems(nowMs);
  await sender.send();
}
