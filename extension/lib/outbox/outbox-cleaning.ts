/** Removes sent contacts from the outbox once a person has had time to see that they were sent. */
import { withRemoved } from './batch-counts.ts';
import { type OutboxBatch, type OutboxItem, type OutboxSnapshot, statusOf } from './outbox-item.ts';
import { changeBatch, loadOutbox, removeBatch, removeItem } from './outbox-store.ts';
import { supersedes } from './undo-rules.ts';

/** A bulk add's results stay until they are dismissed. */
const KEPT_AFTER_DONE_MS = 3_600_000;

export async function removeOldItems(nowMs: number): Promise<void> {
  const isOld = ({ batchId, state }: OutboxItem) =>
    batchId === null && state.status === 'done' && nowMs - state.atMs > KEPT_AFTER_DONE_MS;
  const outbox = await loadOutbox();
  const { items } = outbox;
  const kept = items.filter((item) => !isOld(item));
  // It is all that tells that an earlier write, which is still shown, cannot be undone any more.
  const isNeeded = (item: OutboxItem) => kept.some((earlier) => supersedes(item, earlier));
  const old = items.filter((item) => isOld(item) && !isNeeded(item));
  await removeCounted(old, outbox, isOld);
}

/** Removes finished items of a signed-out account; its open items wait for the next sign-in. */
export async function removeSettledItems(accountId: string): Promise<void> {
  const outbox = await loadOutbox();
  const { items, batches } = outbox;
  const isSettled = (item: OutboxItem) => ['done', 'stopped'].includes(statusOf(item, batches));
  const ofAccount = items.filter((item) => item.accountId === accountId);
  await removeCounted(ofAccount.filter(isSettled), outbox, isSettled);
}

/** Their bulk adds go on counting them; first of all, since it does no harm to do that twice. */
async function removeCounted(
  removed: readonly OutboxItem[],
  { items, batches }: OutboxSnapshot,
  isRemovable: (item: OutboxItem) => boolean,
): Promise<void> {
  for (const batch of batches) {
    if (withRemoved(batch, removed, items) === batch) continue;
    await changeBatch(batch.id, (present) => withRemoved(present, removed, items));
  }
  for (const { id } of removed) await removeItem(id, isRemovable);
  await removeEmptyBatches();
}

/** All of their people were dropped, or they were dismissed and the background died before the end. */
export async function removeEmptyBatches(): Promise<void> {
  const { items, batches } = await loadOutbox();
  const isEmpty = (batch: OutboxBatch) => !items.some(({ batchId }) => batchId === batch.id);
  for (const { id } of batches.filter(isEmpty)) await removeBatch(id);
}
