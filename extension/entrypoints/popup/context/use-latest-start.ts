/** The popup's start data, kept up to date: a view that is drawn again has what was typed and seen since. */
import { useEffect, useRef } from 'preact/hooks';
import { draftsItem } from '../../../lib/memory/drafts-item.ts';
import { keptSearchesItem } from '../../../lib/memory/kept-search.ts';
import { seenContactsItem } from '../../../lib/memory/list-items.ts';
import type { Start } from './popup-start.ts';

export interface LatestStart {
  readonly current: Start;
}

/** A change here does not redraw anything. */
export function useLatestStart(start: Start): LatestStart {
  const latest = useRef(start);
  useEffect(() => {
    const change = (changes: Partial<Start>) => {
      latest.current = { ...latest.current, ...changes };
    };
    // The contact chosen in the address bar opens only once.
    change({ offered: null });
    const unwatchSearches = keptSearchesItem.watch((searches) => change({ searches }));
    const unwatchSeen = seenContactsItem.watch((seen) => change({ seen }));
    const unwatchDrafts = draftsItem.watch((drafts) => change({ drafts }));
    return () => {
      unwatchSearches();
      unwatchSeen();
      unwatchDrafts();
    };
  }, []);
  return latest;
}
