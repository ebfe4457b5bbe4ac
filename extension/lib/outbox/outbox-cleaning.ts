/** Contacts do not stay in the outbox longer than a person needs to see that they went out. */
import type { OutboxItem } from './outbox-item.ts';
import { loadOutbox, removeItem } from './outbox-store.ts';

/** A bulk add's results stay until they are dismissed. */
const KEPT_AFTER_DONE_MS = 3_600_000;

export async function removeOldItems(nowMs: number): Promise<void> {
  const isOld = ({ batchId, state }: OutboxItem) =>
    batchId === null && state.status === 'done' && nowMs - state.atMs > KEPT_AFTER_DONE_MS;
  const { items } = await loadOutbox();
  for (const { id } of items.filter(isOld)) await removeItem(id, isOld);
}
