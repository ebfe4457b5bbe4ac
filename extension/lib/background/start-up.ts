/** What the background does at each start: it repairs what the previous one left half done. */
import { removeOldItems } from '../outbox/outbox-cleaning.ts';
import type { OutboxSender } from '../outbox/outbox-sender.ts';
import { finishUndoing } from '../outbox/undo.ts';
import { accountsItem } from '../session/accounts-item.ts';
import { deleteOtherDpopKeys } from '../session/dpop-keys.ts';
import { settleDeadSignIn, whenNoSignInRuns } from '../sign-in/sign-in-lock.ts';
import { closeStorageToPages } from '../storage/access.ts';

export async function startUp(sender: OutboxSender, nowMs: number): Promise<void> {
  await closeStorageToPages();
  await settleDeadSignIn();
  // Under the same lock, since the key of a running sign-in belongs to no account yet.
  await whenNoSignInRuns(async () => {
    const { accounts } = await accountsItem.get();
    await deleteOtherDpopKeys(accounts.map(({ keyId }) => keyId));
  });
  await finishUndoing(nowMs);
  await removeOldItems(nowMs);
  await sender.send();
}
