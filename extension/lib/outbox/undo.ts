/**
 * Undoes writes. A write of which certainly nothing left is dropped; one that Envoke has is reversed by another write;
 * of one that may have left, the broker is asked whether Envoke has it. Nothing is sent only to be taken back.
 */
import { recorderIn } from '../session/accounts.ts';
import { settingsSoon } from '../settings/settings-soon.ts';
import { mayHaveLeft } from './failure-policy.ts';
import { newItem, signedBy } from './new-item.ts';
import { removeEmptyBatches } from './outbox-cleaning.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { OutboxRefusal, Outcome, Undone, UndoRequest } from './outbox-requests.ts';
import { changeBatch, changeItem, hasAny, loadOutbox, removeItem, writeNew } from './outbox-store.ts';
import { inverseOf, isSuperseded, undoingId } from './undo-rules.ts';
import { type Became, rememberUndone, undoneItem } from './undone-item.ts';

function hasNotLeft(item: OutboxItem): boolean {
  return item.state.status !== 'sending' && item.state.status !== 'done' && !mayHaveLeft(item);
}

/**
 * Whoever asks again, by a double click for instance, gets the first answer. One request at a time: a second one that
 * came between the parts of the first would find them neither in the outbox nor among what was undone.
 */
export function undoItems(request: UndoRequest, nowMs: number): Promise<Outcome<Undone, OutboxRefusal>> {
  return navigator.locks.request('outbox:undo', () => undoAll(request, nowMs));
}

async function undoAll(
  { itemIds, reason }: UndoRequest,
  nowMs: number,
): Promise<Outcome<Undone, OutboxRefusal>> {
  const before = await undoneItem.get();
  const undone = new Map<string, Became>();
  const { items } = await loadOutbox();
  await stopBatches(items.filter(({ id }) => itemIds.includes(id)));
  for (const id of itemIds) {
    const became = before[id] ?? (await undoOne(id, items, reason, nowMs));
    if (became !== undefined) undone.set(id, became);
  }
  await rememberUndone(undone);
  await removeEmptyBatches();
  const count = (wanted: Became) => [...undone.values()].filter((became) => became === wanted).length;
  const value = {
    takenOut: count('takenOut'),
    revoked: count('revoked'),
    turnedBack: count('turnedBack'),
    checking: count('checking'),
    changedSince: count('changedSince'),
  };
  return undone.size > 0 ? { ok: true, value } : { ok: false, refusal: 'not-found' };
}

/** Takes out those of which certainly nothing has left, and leaves the others as they are; resolves with their ids. */
export function takeOut(itemIds: readonly string[]): Promise<readonly string[]> {
  return navigator.locks.request('outbox:undo', async () => {
    const { items } = await loadOutbox();
    await stopBatches(items.filter((item) => itemIds.includes(item.id) && hasNotLeft(item)));
    const taken: string[] = [];
    for (const id of itemIds) if (await removeItem(id, hasNotLeft)) taken.push(id);
    await rememberUndone(new Map(taken.map((id) => [id, 'takenOut'])));
    await removeEmptyBatches();
    return taken;
  });
}

/** From here on nothing more of their bulk adds is sent. */
async function stopBatches(items: readonly OutboxItem[]): Promise<void> {
  for (const id of new Set(items.map(({ batchId }) => batchId)))
    if (id !== null) await changeBatch(id, (batch) => ({ ...batch, state: 'stopped' }));
}

/** @param items the outbox, in which later writes are looked for */
async function undoOne(
  id: string,
  items: readonly OutboxItem[],
  reason: string,
  nowMs: number,
): Promise<Became | undefined> {
  if (await removeItem(id, hasNotLeft)) return 'takenOut';
  const present = items.find((item) => item.id === id);
  if (present === undefined || inverseOf(present.operation, '', '') === null) return undefined;
  if (isSuperseded(present, items)) return 'changedSince';
  const noted = await noteUndone(id, reason);
  if (noted === undefined) return undefined;
  if (noted.state.status !== 'done') return 'checking';
  await turnAround(noted, items, nowMs);
  return noted.operation.kind === 'create' ? 'revoked' : 'turnedBack';
}

/** From here on the write is not sent any more; where it may have left, the broker is asked about it at once. */
export function noteUndone(id: string, reason: string): Promise<OutboxItem | undefined> {
  return changeItem(id, (item) => {
    const { status } = item.state;
    if (status === 'done') return { ...item, undoneBecause: reason };
    // The item leaves its stopped bulk add, since its outcome must be found out.
    const noted = { ...item, undoneBecause: reason, batchId: null };
    return status === 'sending'
      ? noted
      : { ...noted, state: { status: 'waiting' }, attempts: 0, notBeforeMs: 0 };
  });
}

/**
 * Adds the reversing write of an undone write that is finished; only once, however often it is called. Where a later
 * write has changed the same meanwhile, it is left as it is.
 *
 * @param items the outbox, in which that later write is looked for
 */
export async function turnAround(
  item: OutboxItem,
  items: readonly OutboxItem[],
  nowMs: number,
): Promise<void> {
  const { id, accountId, operation, state, undoneBecause } = item;
  if (undoneBecause === undefined || state.status !== 'done') return;
  const inverse = inverseOf(operation, state.contactId, undoneBecause);
  if (await hasAny([undoingId(id)])) return;
  if (inverse === null || isSuperseded(item, items)) {
    await changeItem(id, ({ undoneBecause: _left, ...rest }) => rest);
    return;
  }
  const { values } = await settingsSoon();
  const undoing = newItem(signedBy(inverse, await recorderIn(accountId, values.recordName)), {
    id: undoingId(id),
    accountId,
    batchId: null,
    position: 0,
    nowMs,
  });
  await writeNew([undoing], null);
}

/** Completes undos that a dead background left half done. */
export async function finishUndoing(nowMs: number): Promise<void> {
  const { items } = await loadOutbox();
  for (const item of items) await turnAround(item, items, nowMs);
}
