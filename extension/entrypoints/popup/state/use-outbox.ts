/** What waits in this account, and what became of what was just saved. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type OutboxItem, type OutboxSnapshot, statusOf } from '../../../lib/outbox/outbox-item.ts';
import { watchOutbox } from '../../../lib/outbox/outbox-view.ts';

const EMPTY: OutboxSnapshot = { items: [], batches: [] };

function ofAccount(snapshot: OutboxSnapshot, accountId: string): OutboxSnapshot {
  return {
    items: snapshot.items.filter((item) => item.accountId === accountId),
    batches: snapshot.batches.filter((batch) => batch.accountId === accountId),
  };
}

export function useOutbox(accountId: string): OutboxSnapshot {
  const [snapshot, setSnapshot] = useState(EMPTY);
  useEffect(() => {
    return watchOutbox((all) => setSnapshot(ofAccount(all, accountId)));
  }, [accountId]);
  return snapshot;
}

/** How many writes have not come to an end. */
export function countUnsettled({ items, batches }: OutboxSnapshot): number {
  return items.filter((item) => !['done', 'stopped'].includes(statusOf(item, batches))).length;
}

/** How many writes have arrived; a bulk add counts once it is through, so that nobody asks Envoke after each person. */
export function countArrived({ items, batches }: OutboxSnapshot): number {
  const isOpen = (item: OutboxItem) => ['waiting', 'sending'].includes(statusOf(item, batches));
  const busy = new Set(items.filter(isOpen).map(({ batchId }) => batchId));
  return items.filter(
    ({ batchId, state }) => state.status === 'done' && (batchId === null || !busy.has(batchId)),
  ).length;
}

/** Calls back once for every item that comes to its end, or needs the person, while the popup is open. */
export function useSettled(snapshot: OutboxSnapshot, onSettled: (item: OutboxItem) => void): void {
  const open = useRef(new Set<string>());
  useEffect(() => {
    for (const item of snapshot.items) {
      const settled = item.state.status !== 'waiting' && item.state.status !== 'sending';
      if (!settled) open.current.add(item.id);
      else if (open.current.delete(item.id)) onSettled(item);
    }
  }, [snapshot, onSettled]);
}
