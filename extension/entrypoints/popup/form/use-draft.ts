/** Keeps the unfinished draft of a view, in the same way for leaving the view, going back and closing the popup. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Draft, draftsItem, dropDraft, keepDraft } from '../../../lib/memory/drafts-item.ts';

type Write = () => Promise<unknown>;

/** One write at a time, since a long review is slow to write; a newer draft replaces the one that waits. */
function createLine(): (latest: Write) => Promise<void> {
  let next: Write | null = null;
  let running: Promise<void> | null = null;
  const run = async () => {
    while (next !== null) {
      const write = next;
      next = null;
      // Memory is full; the draft is still on the screen.
      await write().catch(() => undefined);
    }
    running = null;
  };
  return (latest) => {
    next = latest;
    running ??= run();
    return running;
  };
}

/**
 * `draft` must stay the same object while nothing changes; null where there is nothing to keep. The returned function
 * forgets the draft once it was saved or discarded.
 */
export function useDraft(accountId: string, id: string, draft: Draft | null): () => Promise<void> {
  const line = useRef(createLine()).current;
  const forget = useCallback(() => line(() => dropDraft(accountId, id)), [line, accountId, id]);
  useEffect(() => {
    void (draft === null ? forget() : line(() => keepDraft(accountId, draft)));
  }, [line, accountId, draft, forget]);
  return forget;
}

/** How many other drafts this account has. */
export function useOtherDrafts(accountId: string, id: string): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const show = (all: Readonly<Record<string, readonly Draft[]>>) =>
      setCount((all[accountId] ?? []).filter((one) => one.id !== id).length);
    void draftsItem.get().then(show);
    return draftsItem.watch(show);
  }, [accountId, id]);
  return count;
}
