/**
 * Undoes writes. A write that was not sent is dropped; one that Envoke has is reversed by another write; one that may
 * have been sent is sent until its outcome is known, and then reversed.
 */
import { recorderIn } from '../session/accounts.ts';
import { loadSettings } from '../settings/settings-store.ts';
import { verdictOf } from './failure-policy.ts';
import { newItem, signedBy } from './new-item.ts';
import { removeEmptyBatches } from './outbox-cleaning.ts';
import { failureOf, type OutboxItem } from './outbox-item.ts';
import type { OutboxRefusal, Outcome, Undone, UndoRequest } from './outbox-requests.ts';
import { changeBatch, changeItem, hasAny, loadOutbox, removeItem, writeNew } from './outbox-store.ts';
import { inverseOf, undoingId } from './undo-rules.ts';
import { rememberUndone, undoneItem } from './undone-item.ts';

/** Envoke certainly has nothing of it: it was not tried, or it was refused before anything was written. */
function hasNotLeft({ state, attempts, lastFailure }: OutboxItem): boolean {
  if (state.status === 'sending' || state.status === 'done' || attempts > 0) return false;
  const slug = failureOf({ state, lastFailure })?.slug;
  return slug === undefined || (verdictOf(slug) !== 'later' && slug !== 'broker-unreachable');
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
  const undone = new Map<string, keyof Undone>();
  const { items } = await loadOutbox();
  const batchIds = new Set(items.filter(({ id }) => itemIds.includes(id)).map(({ batchId }) => batchId));
  // From here on nothing more of a bulk add is sent.
  for (const id of batchIds)
    if (id !== null) await changeBatch(id, (batch) => ({ ...batch, state: 'stopped' }));
  for (const id of itemIds) {
    const became = before[id];
    if (became !== undefined) undone.set(id, became);
    else if (await removeItem(id, hasNotLeft)) undone.set(id, 'takenOut');
    else if (await turnBack(id, reason, nowMs)) undone.set(id, 'turnedBack');
  }
  await rememberUndone(undone);
  await removeEmptyBatches();
  const count = (wanted: keyof Undone) => [...undone.values()].filter((became) => became === wanted).length;
  const value = { takenOut: count('takenOut'), turnedBack: count('turnedBack') };
  return undone.size > 0 ? { ok: true, value } : { ok: false, refusal: 'not-found' };
}

async function turnBack(id: string, reason: string, nowMs: number): Promise<boolean> {
  const noted = await changeItem(id, (item) => {
    const { state } = item;
    if (state.status === 'done') return { ...item, undoneBecause: reason };
    // The item leaves its stopped bulk add, since it must be sent until its outcome is known.
    const next = state.status === 'stopped' ? ({ status: 'waiting' } as const) : state;
    return { ...item, undoneBecause: reason, state: next, batchId: null };
  });
  if (noted === undefined || inverseOf(noted.operation, '', '') === null) return false;
  await turnAround(noted, nowMs);
  return true;
}

/** Adds the reversing write of an undone write that is finished; only once, however often it is called. */
export async function turnAround(
  { id, accountId, operation, state, undoneBecause }: OutboxItem,
  nowMs: number,
): Promise<void> {
  if (undoneBecause === undefined || state.status !== 'done') return;
  const inverse = inverseOf(operation, state.contactId, undoneBecause);
  if (inverse === null || (await hasAny([undoingId(id)]))) return;
  const { values } = await loadSettings();
  const item = newItem(signedBy(inverse, await recorderIn(accountId, values.recordName)), {
    id: undoingId(id),
    accountId,
    batchId: null,
    position: 0,
    nowMs,
  });
  await writeNew([item], null);
}

/** Completes undos that a dead background left half done. */
export async function finishUndoing(nowMs: number): Promise<void> {
  for (const item of (await loadOutbox()).items) await turnAround(item, nowMs);
}
