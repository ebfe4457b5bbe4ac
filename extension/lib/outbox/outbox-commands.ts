/** The commands of the outbox. Each answers with what was done, or why not; a refusal loses nothing. */
import { needsDescription } from '../../../shared/consent.ts';
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
import { settingsSoon } from '../settings/settings-soon.ts';
import { type AskItem, needsAsking } from './ask-item.ts';
import { mayHaveLeft } from './failure-policy.ts';
import { newItem, signedBy } from './new-item.ts';
import { reopeningBatches } from './outbox-batches.ts';
import { removeEmptyBatches } from './outbox-cleaning.ts';
import type { OutboxBatch, OutboxItem } from './outbox-item.ts';
import { changeItem, hasAny, loadOutbox, readItem, removeItem, sizeBytes, writeNew } from './outbox-store.ts';
import { markOf, refusalOf } from './policy-check.ts';
import { again, isAtRest, requeue } from './requeue.ts';
import { hasRoomFor } from './storage-quota.ts';
import { noteUndone } from './undo.ts';
import { supersedes } from './undo-rules.ts';

/** An add waits this long before it is sent, so that an undo leaves no trace in Envoke. */
const HELD_MS = 1_500;

const refuse = <Refusal extends OutboxRefusal>(refusal: Refusal) => ({ ok: false, refusal }) as const;

/**
 * Stores confirmed writes before anything is sent, and before anything that may take long: where the browser does not tell
 * soon what an administrator allows, the sender asks. A repeat with the same `requestId` gets the first answer: the caller
 * may have received none, because this background died after it wrote.
 */
export async function addToOutbox(
  {
    requestId = crypto.randomUUID(),
    accountId,
    operations,
    batch,
    lookedUpAtMs,
    isHeld,
    draftId,
  }: AddRequest,
  nowMs: number,
): Promise<AddAnswer> {
  if (operations.length > BULK_MAX_PEOPLE) return refuse('too-many');
  const { values, isPolicyKnown } = await settingsSoon();
  const recorder = await recorderIn(accountId, values.recordName);
  const refusal = isPolicyKnown ? refusalOf(operations, values, recorder) : null;
  if (refusal !== null) return refuse(refusal);
  const unchecked = isPolicyKnown ? undefined : markOf(operations);
  const newBatch: OutboxBatch | null = batch
    ? {
        id: requestId,
        accountId,
        createdAtMs: nowMs,
        state: 'running',
        total: operations.length,
        lookedUpAtMs,
      }
    : null;
  const batchId = newBatch?.id ?? null;
  const items = operations.map((operation, position) =>
    newItem(signedBy(operation, recorder), {
      id: `${requestId}:${position}`,
      accountId,
      batchId,
      position,
      nowMs,
      // A change can be undone completely; an add leaves a contact in Envoke.
      heldMs: isHeld && operation.kind === 'create' ? HELD_MS : 0,
      unchecked,
      draftId,
    }),
  );
  const itemIds = items.map(({ id }) => id);
  return navigator.locks.request(`outbox:add:${requestId}`, async () => {
    try {
      if (await hasAny(itemIds)) return { ok: true, value: { itemIds, batchId } };
      if (!(await hasRoomFor(sizeBytes(items, newBatch), items.length))) return refuse('storage-full');
      await writeNew(items, newBatch);
      await takeBackConsents(items);
    } catch {
      // The disk or the browser's quota is full. The items are stored in one write, so none of them is stored.
      return refuse('storage-full');
    }
    return { ok: true, value: { itemIds, batchId } };
  });
}

/** A consent that was recorded before somebody was unsubscribed, and is still to be sent, would end that again. */
async function takeBackConsents(added: readonly OutboxItem[]): Promise<void> {
  const unsubscribing = added.filter(({ operation }) => operation.kind === 'unsubscribe');
  if (unsubscribing.length === 0) return;
  const isConsent = ({ operation, state }: OutboxItem) =>
    operation.kind === 'update' &&
    needsDescription(operation.changes.consent_status ?? '') &&
    state.status !== 'done';
  for (const item of (await loadOutbox()).items.filter(isConsent)) {
    const newer = unsubscribing.find((one) => supersedes(one, item));
    if (newer?.operation.kind === 'unsubscribe') await noteUndone(item.id, newer.operation.said.reason);
  }
}

/** Most attempts to send end sooner; the person waits for it. */
const ATTEMPT_MAX_MS = 3_000;
const LOOK_EVERY_MS = 100;

/** Waits for the end of an attempt to send the item, if one is under way. */
async function waitForAttempt(itemId: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < ATTEMPT_MAX_MS; waitedMs += LOOK_EVERY_MS) {
    if ((await readItem(itemId))?.state.status !== 'sending') return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/**
 * An edited item is a new write, so it gets a new key. Of an add that may have left, the broker is asked first: what has
 * arrived is not added again, but changed by the person.
 */
export async function editItem(
  { itemId, operation, draftId }: EditRequest,
  ask: AskItem,
): Promise<Outcome<OutboxItem, OutboxRefusal>> {
  await waitForAttempt(itemId);
  const { values, isPolicyKnown } = await settingsSoon();
  const present = await readItem(itemId);
  if (present === undefined) return refuse('not-editable');
  const recorder = await recorderIn(present.accountId, values.recordName);
  const refusal = isPolicyKnown ? refusalOf([operation], values, recorder) : null;
  if (refusal !== null) return refuse(refusal);
  const edited = (item: OutboxItem, mayBeThere: boolean): OutboxItem => ({
    ...again(item),
    operation: signedBy(operation, recorder),
    idempotencyKey: crypto.randomUUID(),
    mayHaveLeft: false,
    wasTried: item.wasTried === true || mayBeThere,
    unchecked: item.unchecked ?? (isPolicyKnown ? undefined : markOf([operation])),
    draftId,
  });
  const replace = async (
    change: (item: OutboxItem) => OutboxItem | undefined,
  ): Promise<Outcome<OutboxItem, OutboxRefusal>> => {
    const isLive = (item: OutboxItem) => item.undoneBecause === undefined;
    const replaced = await reopeningBatches([itemId], () =>
      changeItem(itemId, (item) => (isLive(item) ? change(item) : undefined)),
    );
    return replaced === undefined ? refuse('not-editable') : { ok: true, value: replaced };
  };
  if (!needsAsking(present))
    return replace((item) => (isAtRest(item) ? edited(item, mayHaveLeft(item)) : undefined));
  const answer = await ask<Outcome<OutboxItem, OutboxRefusal>>(itemId, async (arrival) =>
    arrival === 'there' ? refuse('arrived') : replace((item) => edited(item, arrival === 'unknown')),
  );
  return answer ?? refuse('not-editable');
}

export async function retryItems({ itemIds }: ItemsRequest): Promise<Outcome<null, OutboxRefusal>> {
  await reopeningBatches(itemIds, () => requeue(itemIds));
  return { ok: true, value: null };
}

/** Drops items that are not being sent at this moment, and bulk adds of which nothing is left. */
export async function dropItems({ itemIds }: ItemsRequest): Promise<Outcome<null, OutboxRefusal>> {
  const removed: boolean[] = [];
  for (const id of itemIds) removed.push(await removeItem(id, ({ state }) => state.status !== 'sending'));
  await removeEmptyBatches();
  return removed.every(Boolean) ? { ok: true, value: null } : refuse('not-editable');
}
