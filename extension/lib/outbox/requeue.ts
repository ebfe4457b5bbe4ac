/** Puts items back in the queue when the person asks for it. */

import { needsNewKey } from './failure-policy.ts';
import { failureOf, type OutboxItem } from './outbox-item.ts';
import { changeItem } from './outbox-store.ts';

/** Whether an item is neither being sent nor finished. */
export function isAtRest({ state }: OutboxItem): boolean {
  return state.status !== 'sending' && state.status !== 'done';
}

/**
 * The item as if it had not been tried. It gets a new key only where it is certain that nothing was written; where the
 * person has undone it, the key is the name by which the broker knows it.
 */
export function again(item: OutboxItem): OutboxItem {
  const failure = failureOf(item);
  const isNew = failure !== null && needsNewKey(failure.slug) && item.undoneBecause === undefined;
  return {
    ...item,
    state: { status: 'waiting' },
    attempts: 0,
    notBeforeMs: 0,
    lastFailure: null,
    ...(isNew ? { idempotencyKey: crypto.randomUUID(), mayHaveLeft: false } : {}),
  };
}

export async function requeue(itemIds: readonly string[]): Promise<void> {
  for (const id of itemIds) await changeItem(id, (item) => (isAtRest(item) ? again(item) : undefined));
}
