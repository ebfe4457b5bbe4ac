/** Keeps the review of many for the next popup, should this one close; only the latest of what is typed in a row. */
import { useEffect } from 'preact/hooks';
import { type UnfinishedReview, unfinishedReviewItem } from '../../../lib/memory/add-form-items.ts';
import { forgetReview } from '../../../lib/outbox/clear-submitted-form.ts';
import type { AddForm } from '../form/form-fields.ts';
import type { BulkRow } from './bulk-rows.ts';
import { flattenReview } from './review.ts';

type Write = () => Promise<unknown>;

let next: Write | null = null;
let isWriting = false;

/** One write at a time: what comes meanwhile replaces what was to come. */
async function write(latest: Write): Promise<void> {
  next = latest;
  if (isWriting) return;
  isWriting = true;
  try {
    while (next !== null) {
      const now: Write = next;
      next = null;
      await now();
    }
  } catch {
    // Memory is full: the review is still on the screen.
  } finally {
    isWriting = false;
  }
}

const keep = (accountId: string, review: UnfinishedReview) =>
  write(() => unfinishedReviewItem.update((all) => ({ ...all, [accountId]: review })));

/** It was sent, or given up. */
export function dropReview(accountId: string): Promise<void> {
  return write(() => forgetReview(accountId));
}

export function useKeptReview(accountId: string, rows: readonly BulkRow[], decision: AddForm): void {
  useEffect(() => void keep(accountId, flattenReview(rows, decision)), [accountId, rows, decision]);
}
