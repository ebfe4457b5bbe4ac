/** What a person can do with the outbox. Each is answered with what was done, or why not; nothing is lost by a refusal. */
import { BULK_MAX_PEOPLE } from '../../../shared/limits.ts';
import type {
  AddAnswer,
  AddRequest,
  EditRequest,
  ItemsRequest,
  OutboxRefusal,
  Outcome,
} from '../outbox/outbox-requests.ts';
import { recorderIn } from '../session/accounts.ts';
import { loadSettings } from '../settings/settings-store.ts';
import { isAllowed } from './allowed-operations.ts';
import { newItem, signedBy } from './new-item.ts';
import { reopeningBatches } from './outbox-batches.ts';
import type { OutboxBatch, OutboxItem } from './outbox-item.ts';
import { changeItem, hasAny, readItem, removeItem, sizeBytes, writeNew } from './outbox-store.ts';
import { again, isAtRest, requeue } from './requeue.ts';
import { hasRoomFor } from './storage-quota.ts';

/** An add waits so long before it leaves, so that it can be taken back without a trace. */
const HELD_MS = 5_000;

const refuse = <Refusal extends OutboxRefusal>(refusal: Refusal) => ({ ok: false, refusal }) as const;

/**
 * Puts confirmed writes into storage before anything is sent. Asked again with the same `requestId` it answers as the
 * first time: whoever asked may have heard nothing, because this background died after it wrote.
 */
export async function addToOutbox(
  { requestId = crypto.randomUUID(), accountId, operations, batch, isHeld = false }: AddRequest,
  nowMs: number,
): Promise<AddAnswer> {
  if (operations.length > BULK_MAX_PEOPLE) return refuse('too-many');
  const { values } = await loadSettings();
  if (!isAllowed(operations, values)) return refuse('not-allowed');
  const recorder = await recorderIn(accountId, values.recordName);
  if (recorder === '' && values.recordNameRequired) return refuse('name-needed');
  const newBatch: OutboxBatch | null = batch
    ? { id: requestId, accountId, createdAtMs: nowMs, state: 'running', total: operations.length }
    : null;
  const batchId = newBatch?.id ?? null;
  const items = operations.map((operation, position) =>
    newItem(signedBy(operation, recorder), {
      id: `${requestId}:${position}`,
      accountId,
      batchId,
      position,
      nowMs,
      // What is there already can be put back; an add leaves a contact behind.
      heldMs: isHeld && operation.kind === 'create' ? HELD_MS : 0,
    }),
  );
  const itemIds = items.map(({ id }) => id);
  return navigator.locks.request(`outbox:add:${requestId}`, async () => {
    try {
      if (await hasAny(itemIds)) return { ok: true, value: { itemIds, batchId } };
      if (!(await hasRoomFor(sizeBytes(items, newBatch), items.length))) return refuse('storage-full');
      await writeNew(items, newBatch);
    } catch {
      // The disk is full, or the browser's quota is: one write, so none of them is there.
      return refuse('storage-full');
    }
    return { ok: true, value: { itemIds, batchId } };
  });
}

/** An edited item is another write, so it gets a key of its own; Envoke is asked about the e-mail before anything is added. */
export async function editItem({
  itemId,
  operation,
}: EditRequest): Promise<Outcome<OutboxItem, OutboxRefusal>> {
  const { values } = await loadSettings();
  if (!isAllowed([operation], values)) return refuse('not-allowed');
  const present = await readItem(itemId);
  if (present === undefined) return refuse('not-editable');
  const recorder = await recorderIn(present.accountId, values.recordName);
  if (recorder === '' && values.recordNameRequired) return refuse('name-needed');
  const edited = await reopeningBatches([itemId], () =>
    changeItem(itemId, (item) =>
      isAtRest(item)
        ? {
            ...again(item),
            operation: signedBy(operation, recorder),
            idempotencyKey: crypto.randomUUID(),
          }
        : undefined,
    ),
  );
  return edited === undefined ? refuse('not-editable') : { ok: true, value: edited };
}

export async function retryItems({ itemIds }: ItemsRequest): Promise<Outcome<null, OutboxRefusal>> {
  await reopeningBatches(itemIds, () => requeue(itemIds));
  return { ok: true, value: null };
}

/** Drops what is not being sent at this moment. */
export async function dropItems({ itemIds }: ItemsRequest): Promise<Outcome<null, OutboxRefusal>> {
  const removed: boolean[] = [];
  for (const id of itemIds) removed.push(await removeItem(id, ({ state }) => state.status !== 'sending'));
  return removed.every(Boolean) ? { ok: true, value: null } : refuse('not-editable');
}
