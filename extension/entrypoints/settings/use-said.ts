/** The page's last message. It is translated when shown, since the person may just have changed the language. */
import { useMemo } from 'preact/hooks';
import type { Announcement } from '../../components/notice.tsx';
import { useAnnouncement } from '../../components/use-announcement.ts';
import type { Translate } from '../../lib/i18n/index.ts';

type Words = (t: Translate) => string;

export type Say = (words: Words, tone?: Announcement['tone']) => void;

interface Said extends Pick<Announcement, 'tone'> {
  words: Words;
}

interface SaidControl {
  announcement: Announcement | null;
  say: Say;
  /** Ends the message: it is read, or the person goes on to something else. */
  unsay: () => void;
}

export function useSaid(t: Translate): SaidControl {
  const { said, announce } = useAnnouncement<Said>();
  return {
    // The same object while nothing else is said: a new one would be read aloud again.
    announcement: useMemo(() => said && { text: said.words(t), tone: said.tone }, [said, t]),
    say: (words, tone = 'good') => announce({ words, tone }),
    unsay: () => announce(null),
  };
}
