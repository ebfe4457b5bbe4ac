/** The start as it would be read now: what was typed and seen since then is there when a view is drawn again. */
import { useEffect, useRef } from 'preact/hooks';
import { typedEditsItem, typedTextItem, unfinishedReviewItem } from '../../../lib/memory/add-form-items.ts';
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
    const unwatchTyped = typedTextItem.watch((typed) => change({ typed }));
    const unwatchSeen = seenContactsItem.watch((seen) => change({ seen }));
    const unwatchReviews = unfinishedReviewItem.watch((reviews) => change({ reviews }));
    const unwatchEdits = typedEditsItem.watch((edits) => change({ edits }));
    const unwatchPutOff = putOffNoticesItem.watch((putOff) => change({ putOff }));
    return () => {
      unwatchTyped();
      unwatchSeen();
      unwatchReviews();
      unwatchEdits();
      unwatchPutOff();
    };
  }, []);
  return latest;
}
