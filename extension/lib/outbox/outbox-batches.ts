/**
 * What a person can do with a whole bulk add. If the worker dies in between, the command is repeated, so none is half
 * done.
 */
import type { BatchRequest, OutboxRefusal, Outcome } from '../outbox/outbox-requests.ts';
import { type OutboxBatch, type OutboxItem, statusOf } from './outbox-item.ts';
import { changeBatch, changeItem, loadOutbox, removeBatch, removeItem } from './outbox-store.ts';
import { requeue } from './requeue.ts';

type Answer = Outcome<null, OutboxRefusal>;

const DONE: Answer = { ok: true, value: null };

export function controlBatch({ batchId, action }: BatchRequest): Promise<Answer> {
  switch (action) {
    case 'pause':
      return setState(batchId, (state) => (state === 'running' ? 'paused' : state));
    case 'resume':
      return resume(batchId);
    case 'stop':
      return stop(batchId);
    case 'retry-failed':
      return retryFailed(batchId);
    case 'dismiss':
      return dismiss(batchId);
  }
}

/**
 * Runs a change that puts items back in line, and then their batches where these were stopped. What was stopped with them
 * stays so, which is why that is first written down for each.
 */
export async function reopeningBatches<Value>(
  itemIds: readonly string[],
  change: () => Promise<Value>,
): Promise<Value> {
  const { items, batches } = await loadOutbox();
  const ids = new Set(itemIds);
  const batchIds = new Set(items.filter(({ id }) => ids.has(id)).map(({ batchId }) => batchId));
  const stopped = batches.filter(({ id, state }) => state === 'stopped' && batchIds.has(id));
  for (const { id } of stopped) await markStopped(id);
  const value = await change();
  for (const { id } of stopped) await setState(id, () => 'running');
  return value;
}

/** A paused batch continues. A stopped batch continues with what is left of it. */
async function resume(batchId: string): Promise<Answer> {
  const { items, batches } = await loadOutbox();
  const rest = items.filter((item) => item.batchId === batchId && statusOf(item, batches) === 'stopped');
  await requeue(rest.map(({ id }) => id));
  return setState(batchId, () => 'running');
}

/** The batch is marked as stopped first, so that nothing more of it is sent. */
async function stop(batchId: string): Promise<Answer> {
  const answer = await setState(batchId, () => 'stopped');
  await markStopped(batchId);
  return answer;
}

async function markStopped(batchId: string): Promise<void> {
  for (const { id } of await itemsOf(batchId)) {
    await changeItem(id, (item) =>
      item.state.status === 'waiting' ? { ...item, state: { status: 'stopped' } } : undefined,
    );
  }
}

async function retryFailed(batchId: string): Promise<Answer> {
  const failed = (await itemsOf(batchId)).filter(({ state }) => state.status === 'failed');
  const ids = failed.map(({ id }) => id);
  await reopeningBatches(ids, () => requeue(ids));
  return DONE;
}

async function dismiss(batchId: string): Promise<Answer> {
  const { items, batches } = await loadOutbox();
  const isOpen = (item: OutboxItem) => ['waiting', 'sending'].includes(statusOf(item, batches));
  const ofBatch = items.filter((item) => item.batchId === batchId);
  if (ofBatch.some(isOpen)) return { ok: false, refusal: 'not-editable' };
  for (const { id } of ofBatch) await removeItem(id, (item) => !isOpen(item));
  await removeBatch(batchId);
  return DONE;
}

async function itemsOf(batchId: string): Promise<OutboxItem[]> {
  return (await loadOutbox()).items.filter((item) => item.batchId === batchId);
}

async function setState(
  batchId: string,
  change: (state: OutboxBatch['state']) => OutboxBatch['state'],
): Promise<Answer> {
  const changed = await changeBatch(batchId, (batch) => ({ ...batch, state: change(batch.state) }));
  return changed === undefined ? { ok: false, refusal: 'not-found' } : DONE;
}
