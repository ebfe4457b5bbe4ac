/** Keeps the unfinished draft of a view, in the same way for leaving the view, going back and closing the popup. */
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Announcement } from '../../../components/notice.tsx';
import { useTranslation } from '../../../components/translation.tsx';
import {
  type Draft,
  type Drafts,
  draftsItem,
  dropDraft,
  keepDraft,
  keepDraftAtOnce,
} from '../../../lib/memory/drafts-item.ts';
import { seenContactsItem } from '../../../lib/memory/list-items.ts';
import { follow } from '../../../lib/storage/follow.ts';

type Write = () => Promise<unknown>;

/** One write at a time, since a long review is slow to write; a newer draft replaces the one that waits. */
function createLine(): (latest: Write) => Promise<void> {
  let next: Write | null = null;
  let running: Promise<void> | null = null;
  const run = async () => {
    while (next !== null) {
      const write = next;
      next = null;
      await write();
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
 * @param announce says once that memory has no room for the draft, which is still on the screen
 */
export function useDraft(
  accountId: string,
  id: string,
  draft: Draft | null,
  announce: (announcement: Announcement) => void,
): () => Promise<void> {
  const { t } = useTranslation();
  const line = useRef(createLine()).current;
  const isSaid = useRef(false);
  const sayFull = () => {
    if (!isSaid.current) announce({ tone: 'bad', text: t('draft.full') });
    isSaid.current = true;
  };
  const unwritten = useDraftUntilClosed(accountId);
  const forget = useCallback(() => {
    unwritten.current = null;
    return line(() => dropDraft(accountId, id).catch(() => undefined));
  }, [line, unwritten, accountId, id]);
  // Not after the next paint: the popup may close before it.
  useLayoutEffect(() => {
    unwritten.current = draft;
    if (draft === null) return void forget();
    const written = () => {
      if (unwritten.current === draft) unwritten.current = null;
    };
    const keep = () => keepDraft(accountId, draft).then(written);
    // What is only a copy of Envoke's contacts gives way.
    const keepInstead = () => seenContactsItem.remove().then(keep);
    void line(() => keep().catch(keepInstead).catch(sayFull));
  }, [line, accountId, draft, forget]);
  return forget;
}

/** A draft put here, and not yet written when the popup closes, is written then. */
function useDraftUntilClosed(accountId: string): RefObject<Draft | null> {
  const unwritten = useRef<Draft | null>(null);
  const known = useRef<Drafts | null>(null);
  // Not after the next paint: the first letter may come, and the popup close, before it.
  useLayoutEffect(() => {
    const write = () => {
      if (known.current === null || unwritten.current === null) return;
      void keepDraftAtOnce(known.current, accountId, unwritten.current);
    };
    const unwatch = follow(draftsItem, (all) => {
      known.current = all;
    });
    addEventListener('pagehide', write);
    return () => {
      unwatch();
      removeEventListener('pagehide', write);
    };
  }, [accountId]);
  return unwritten;
}

/** How many other drafts this account has. */
export function useOtherDrafts(accountId: string, id: string): number {
  const [count, setCount] = useState(0);
  useEffect(
    () => follow(draftsItem, (all) => setCount((all[accountId] ?? []).filter((one) => one.id !== id).length)),
    [accountId, id],
  );
  return count;
}
