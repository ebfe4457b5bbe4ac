/** The stored outbox: one storage key for each item and batch, so that a write is small and a crash loses little. */
import { browser } from 'wxt/browser';
import { isObject, isString } from '../storage/guards.ts';
import type { OutboxBatch, OutboxItem, OutboxSnapshot } from './outbox-item.ts';

const ITEM_PREFIX = 'outbox:item:';
const BATCH_PREFIX = 'outbox:batch:';
export const OUTBOX_PREFIX = 'outbox:';

/** Everything in the outbox of all accounts, oldest first. */
export async function loadOutbox(): Promise<OutboxSnapshot> {
  const entries = Object.entries(await browser.storage.local.get(null));
  const stored = (prefix: string) =>
    entries.filter(([key]) => key.startsWith(prefix)).map(([, value]) => value);
  return {
    items: stored(ITEM_PREFIX).filter(isOutboxItem).toSorted(bySequence),
    batches: stored(BATCH_PREFIX)
      .filter(isOutboxBatch)
      .toSorted((a, b) => a.createdAtMs - b.createdAtMs),
  };
}

export async function readItem(id: string): Promise<OutboxItem | undefined> {
  const key = ITEM_PREFIX + id;
  const stored: unknown = (await browser.storage.local.get(key))[key];
  return isOutboxItem(stored) ? stored : undefined;
}

/** Whether any of these items is there. */
export async function hasAny(ids: readonly string[]): Promise<boolean> {
  const stored = await browser.storage.local.get(ids.map((id) => ITEM_PREFIX + id));
  return Object.values(stored).some(isOutboxItem);
}

/** Writes all of them or none. */
export async function writeNew(items: readonly OutboxItem[], batch: OutboxBatch | null): Promise<void> {
  await browser.storage.local.set(toEntries(items, batch));
}

/** The bytes that these items and their batch need, as the browser counts them. */
export function sizeBytes(items: readonly OutboxItem[], batch: OutboxBatch | null): number {
  return new TextEncoder().encode(JSON.stringify(toEntries(items, batch))).length;
}

/** Changes one item with no other change of it in between; undefined when it is gone, or when `change` leaves it as it is. */
export function changeItem(
  id: string,
  change: (item: OutboxItem) => OutboxItem | undefined,
): Promise<OutboxItem | undefined> {
  return navigator.locks.request(ITEM_PREFIX + id, async () => {
    const present = await readItem(id);
    const next = present === undefined ? undefined : change(present);
    if (next !== undefined) await browser.storage.local.set({ [ITEM_PREFIX + id]: next });
    return next;
  });
}

/** Removes one item unless `isRemovable` says no; whether it did. */
export function removeItem(id: string, isRemovable: (item: OutboxItem) => boolean): Promise<boolean> {
  return navigator.locks.request(ITEM_PREFIX + id, async () => {
    const present = await readItem(id);
    if (present === undefined || !isRemovable(present)) return false;
    await browser.storage.local.remove(ITEM_PREFIX + id);
    return true;
  });
}

export async function changeBatch(
  id: string,
  change: (batch: OutboxBatch) => OutboxBatch,
): Promise<OutboxBatch | undefined> {
  const key = BATCH_PREFIX + id;
  return navigator.locks.request(key, async () => {
    const stored: unknown = (await browser.storage.local.get(key))[key];
    if (!isOutboxBatch(stored)) return undefined;
    const next = change(stored);
    await browser.storage.local.set({ [key]: next });
    return next;
  });
}

export async function removeBatch(id: string): Promise<void> {
  await browser.storage.local.remove(BATCH_PREFIX + id);
}

function toEntries(
  items: readonly OutboxItem[],
  batch: OutboxBatch | null,
): Record<string, OutboxItem | OutboxBatch> {
  return {
    ...Object.fromEntries(items.map((item) => [ITEM_PREFIX + item.id, item])),
    ...(batch === null ? {} : { [BATCH_PREFIX + batch.id]: batch }),
  };
}

/** Only this file writes these keys, so a short check is enough to tell an item from damaged data. */
function isOutboxItem(value: unknown): value is OutboxItem {
  return (
    isObject(value) &&
    isString(value.id) &&
    isString(value.accountId) &&
    isObject(value.operation) &&
    isObject(value.state)
  );
}

function isOutboxBatch(value: unknown): value is OutboxBatch {
  return isObject(value) && isString(value.id) && isString(value.state);
}

function bySequence(a: OutboxItem, b: OutboxItem): number {
  return a.createdAtMs - b.createdAtMs || a.position - b.position;
}
