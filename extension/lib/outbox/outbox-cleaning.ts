/** Contacts do not stay in the outbox longer than a person needs to see that they went out. */
import type { OutboxBatch, OutboxItem } from './outbox-item.ts';
import { loadOutbox, removeBatch, removeItem } from './outbox-store.ts';

/** A bulk add's results stay until they are dismissed. */
const KEPT_AFTER_DONE_MS = 3_600_000;

export async function removeOldItems(nowMs: number): Promise<void> {
  const isOld = ({ batchId, state }: OutboxItem) =>
    batchId === null && state.status === 'done' && nowMs - state.atMs > KEPT_AFTER_DONE_MS;
  const { items, batches } = await loadOutbox();
  for (const { id } of items.filter(isOld)) await removeItem(id, isOld);
  // All of its people were dropped one by one, or it was dismissed and the background died before the end.
  const isEmpty = (batch: OutboxBatch) => !items.some(({ batchId }) => batchId === batch.id);
  for (const { id } of batches.filter(isEmpty)) await removeBatch(id);
}
