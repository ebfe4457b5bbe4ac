/** The page's last message. It is translated when shown, since the person may just have changed the language. */
import { useState } from 'preact/hooks';
import type { Announcement } from '../../components/notice.tsx';
import type { Translate } from '../../lib/i18n/index.ts';

type Words = (t: Translate) => string;

export type Say = (words: Words, tone?: Announcement['tone']) => void;

export function useSaid(t: Translate): { announcement: Announcement | null; say: Say } {
  const [said, setSaid] = useState<{ words: Words; tone: Announcement['tone'] } | null>(null);
  return {
    announcement: said && { text: said.words(t), tone: said.tone },
    say: (words, tone = 'good') => setSaid({ words, tone }),
  };
}
