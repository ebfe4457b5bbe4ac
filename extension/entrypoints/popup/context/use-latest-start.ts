/** The start as it would be read now: what was typed and seen since then is there when a view is drawn again. */
import { useEffect, useRef } from 'preact/hooks';
import { draftsItem } from '../../../lib/memory/drafts-item.ts';
import { keptSearchesItem, restoredSearches } from '../../../lib/memory/kept-search.ts';
import { putOffNoticesItem, seenContactsItem } from '../../../lib/memory/list-items.ts';
import type { Start } from './popup-start.ts';

export interface LatestStart {
  readonly current: Start;
}

/** Changes without drawing anything anew. */
export function useLatestStart(start: Start): LatestStart {
  const latest = useRef(start);
  useEffect(() => {
    const change = (changes: Partial<Start>) => {
      latest.current = { ...latest.current, ...changes };
    };
    // The contact that was chosen in the address bar opens once.
    change({ offered: null });
    const unwatchSearches = keptSearchesItem.watch((searches) =>
      change({ searches: restoredSearches(searches, start.place, Date.now()) }),
    );
    const unwatchSeen = seenContactsItem.watch((seen) => change({ seen }));
    const unwatchDrafts = draftsItem.watch((drafts) => change({ drafts }));
    const unwatchPutOff = putOffNoticesItem.watch((putOff) => change({ putOff }));
    return () => {
      unwatchSearches();
      unwatchSeen();
      unwatchDrafts();
      unwatchPutOff();
    };
  }, []);
  return latest;
}
