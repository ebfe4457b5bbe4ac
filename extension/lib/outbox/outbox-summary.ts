/** The outbox as a person sees it. */
import { browser } from 'wxt/browser';
import type { AccountSummary } from '../session/stored-account.ts';
import {
  needsPerson,
  type OutboxBatch,
  type OutboxItem,
  type OutboxSnapshot,
  type OutboxViewStatus,
  statusOf,
} from './outbox-item.ts';
import { loadOutbox, OUTBOX_PREFIX } from './outbox-store.ts';

/** An item's state, with the two that are not stored: it waits for a sign-in, or its batch is paused. Pure. */
export function viewStatus(
  item: OutboxItem,
  accounts: readonly AccountSummary[],
  batches: readonly OutboxBatch[],
): OutboxViewStatus {
  const status = statusOf(item, batches);
  if (status !== 'waiting') return status;
  if (!accounts.some(({ id, state }) => id === item.accountId && state === 'active')) return 'needs-sign-in';
  return isPaused(item, batches) ? 'paused' : 'waiting';
}

const isPaused = ({ batchId }: OutboxItem, batches: readonly OutboxBatch[]) =>
  batches.some(({ id, state }) => id === batchId && state === 'paused');

/** Without the writes that have come to an end. Pure. */
export function unsettled({ items, batches }: OutboxSnapshot): OutboxSnapshot {
  return {
    items: items.filter((item) => !['done', 'stopped'].includes(statusOf(item, batches))),
    batches,
  };
}

/** How many writes wait for what. */
export interface Unsent {
  /** For the network alone: they leave by themselves. */
  waiting: number;
  /** For the bulk add that they belong to, until it goes on. */
  paused: number;
  /** For the person. */
  toFix: number;
}

/** @param snapshot without the writes that have come to an end. Pure. */
export function countUnsent({ items, batches }: OutboxSnapshot): Unsent {
  const toFix = items.filter(needsPerson).length;
  const paused = items.filter((item) => item.state.status === 'waiting' && isPaused(item, batches)).length;
  return { waiting: items.length - toFix - paused, paused, toFix };
}

/** Calls back with the outbox now and after each change; changes that come together make one call. */
export function watchOutbox(onChange: (outbox: OutboxSnapshot) => void): () => void {
  let isStopped = false;
  let isReading = false;
  let isStale = false;
  const read = async () => {
    if (isReading) {
      isStale = true;
      return;
    }
    isReading = true;
    do {
      isStale = false;
      const outbox = await loadOutbox();
      if (!isStopped) onChange(outbox);
    } while (isStale && !isStopped);
    isReading = false;
  };
  const listener = (changes: object) => {
    if (Object.keys(changes).some((key) => key.startsWith(OUTBOX_PREFIX))) void read();
  };
  browser.storage.local.onChanged.addListener(listener);
  void read();
  return () => {
    isStopped = true;
    browser.storage.local.onChanged.removeListener(listener);
  };
}
