/** The message of a page, and how long it stays. */
import { type Dispatch, type StateUpdater, useEffect, useState } from 'preact/hooks';
import type { Announcement } from './notice.tsx';

/** A success message disappears after this time; an error stays until somebody has seen it. */
const GOOD_NEWS_MS = 10_000;

export type Announce<Said> = Dispatch<StateUpdater<Said | null>>;

export function useAnnouncement<Said extends Pick<Announcement, 'tone'>>() {
  const [said, announce] = useState<Said | null>(null);
  useEffect(() => {
    if (said === null || said.tone === 'bad') return;
    const leave = () => {
      // It stays while the person is about to press its button.
      if (document.activeElement?.closest('.toast') === null) announce(null);
    };
    const timer = setInterval(leave, GOOD_NEWS_MS);
    return () => clearInterval(timer);
  }, [said]);
  return { said, announce };
}

/** For a view that is left: what went wrong there has nothing to say in the next one, what was saved still has. */
export function withoutFault<Said extends Pick<Announcement, 'tone'>>(said: Said | null): Said | null {
  return said?.tone === 'bad' ? null : said;
}
