/** What a person can do with the outbox. Each is answered with what was done, or why not; nothing is lost by a refusal. */
import { BULK_MAX_PEOPLE } from '../../../shared/limits.ts';
import type { MessageAnswer, MessageRequest, OutboxRefusal, Outcome } from '../messages/messages.ts';
import { loadSettings } from '../settings/settings-store.ts';
import { isAllowed } from './allowed-operations.ts';
import type { OutboxBatch, OutboxItem, OutboxOperation } from './outbox-item.ts';
import { hasRoomFor } from './outbox-room.ts';
import {
  changeBatch,
  changeItem,
  loadOutbox,
  removeBatch,
  removeItem,
  sizeBytes,
  writeNew,
} from './outbox-store.ts';
import { needsNewKey } from './verdict.ts';

const DONE = { ok: true, value: null } as const;

const refuse = <Refusal extends OutboxRefusal>(refusal: Refusal) => ({ ok: false, refusal }) as const;

/** Puts confirmed writes into storage before anything is sent. */
export async function addToOutbox(
  { accountId, operations, batch }: MessageRequest<'outbox/add'>,
  nowMs: number,
): Promise<MessageAnswer<'outbox/add'>> {
  if (operations.length > BULK_MAX_PEOPLE) return refuse('too-many');
  if (!isAllowed(operations, (await loadSettings()).values)) return refuse('not-allowed');
  const newBatch: OutboxBatch | null = batch
    ? { id: crypto.randomUUID(), accountId, createdAtMs: nowMs, state: 'running', total: operations.length }
    : null;
  const batchId = newBatch?.id ?? null;
  const items = operations.map((operation, position) =>
    newItem(operation, { accountId, batchId, position, nowMs }),
  );
  try {
    if (!(await hasRoomFor(sizeBytes(items, newBatch)))) return refuse('storage-full');
    await writeNew(items, newBatch);
  } catch {
    // The disk is full, or the browser's quota is: one write, so none of them is there.
    return refuse('storage-full');
  }
  return { ok: true, value: { itemIds: items.map(({ id }) => id), batchId } };
}

function newItem(
  operation: OutboxOperation,
  at: { accountId: string; batchId: string | null; position: number; nowMs: number },
): OutboxItem {
  return {
    id: crypto.randomUUID(),
    accountId: at.accountId,
    batchId: at.batchId,
    position: at.position,
    createdAtMs: at.nowMs,
    operation,
    idempotencyKey: crypto.randomUUID(),
    state: { status: 'waiting' },
    attempts: 0,
    notBeforeMs: 0,
    lastFailure: null,
  };
}

/** An edited item is another write, so it gets a key of its own; Envoke is asked about the e-mail before anything is added. */
export async function editItem({
  itemId,
  operation,
}: MessageRequest<'outbox/edit'>): Promise<Outcome<OutboxItem, OutboxRefusal>> {
  if (!isAllowed([operation], (await loadSettings()).values)) return refuse('not-allowed');
  const edited = await changeItem(itemId, (item) =>
    isAtRest(item) ? { ...again(item), operation, idempotencyKey: crypto.randomUUID() } : undefined,
  );
  return edited === undefined ? refuse('not-editable') : { ok: true, value: edited };
}

export async function retryItems({
  itemIds,
}: MessageRequest<'outbox/retry'>): Promise<Outcome<null, OutboxRefusal>> {
  for (const id of itemIds) await changeItem(id, (item) => (isAtRest(item) ? again(item) : undefined));
  return DONE;
}

/** Drops what is not being sent at this moment. */
export async function dropItems({
  itemIds,
}: MessageRequest<'outbox/drop'>): Promise<Outcome<null, OutboxRefusal>> {
  const removed: boolean[] = [];
  for (const id of itemIds) removed.push(await removeItem(id, ({ state }) => state.status !== 'sending'));
  return removed.every(Boolean) ? DONE : refuse('not-editable');
}

export async function controlBatch({
  batchId,
  action,
}: MessageRequest<'outbox/batch'>): Promise<Outcome<null, OutboxRefusal>> {
  const ofBatch = async () => (await loadOutbox()).items.filter((item) => item.batchId === batchId);
  switch (action) {
    case 'pause':
      return changedBatch(batchId, 'paused');
    case 'resume':
      return changedBatch(batchId, 'running');
    case 'stop': {
      const outcome = await changedBatch(batchId, 'stopped');
      for (const { id } of await ofBatch()) await changeItem(id, stop);
      return outcome;
    }
    case 'retry-failed': {
      const failed = (await ofBatch()).filter(
        ({ state }) => state.status === 'failed' || state.status === 'stopped',
      );
      await changedBatch(batchId, 'running');
      return retryItems({ itemIds: failed.map(({ id }) => id) });
    }
    case 'dismiss': {
      const items = await ofBatch();
      if (items.some(({ state }) => state.status === 'waiting' || state.status === 'sending')) {
        return refuse('not-editable');
      }
      for (const { id } of items) await removeItem(id, () => true);
      await removeBatch(batchId);
      return DONE;
    }
  }
}

async function changedBatch(id: string, state: OutboxBatch['state']): Promise<Outcome<null, OutboxRefusal>> {
  return (await changeBatch(id, (batch) => ({ ...batch, state }))) === undefined ? refuse('not-found') : DONE;
}

function stop(item: OutboxItem): OutboxItem | undefined {
  return item.state.status === 'waiting' ? { ...item, state: { status: 'stopped' } } : undefined;
}

function isAtRest({ state }: OutboxItem): boolean {
  return state.status !== 'sending' && state.status !== 'done';
}

function again(item: OutboxItem): OutboxItem {
  const failure = 'failure' in item.state ? item.state.failure : item.lastFailure;
  return {
    ...item,
    state: { status: 'waiting' },
    attempts: 0,
    notBeforeMs: 0,
    lastFailure: null,
    idempotencyKey: failure !== null && needsNewKey(failure.slug) ? crypto.randomUUID() : item.idempotencyKey,
  };
}
