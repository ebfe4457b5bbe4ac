/** The question to undo writes, and what is said of what became of them, also where that has to be found out first. */
import type { Announcement } from '../../../components/notice.tsx';
import { formatDay, localDay, type Translator } from '../../../lib/i18n/index.ts';
import { sendMessage } from '../../../lib/messages/send.ts';
import type { Undone } from '../../../lib/outbox/outbox-requests.ts';
import { watchOutbox } from '../../../lib/outbox/outbox-summary.ts';
import { undoStateOf } from '../../../lib/outbox/undo-rules.ts';

interface UndoAsked extends Pick<Translator, 't' | 'language'> {
  itemIds: readonly string[];
  /** Called when it is known that writes were undone. */
  onUndone?: ((undone: Undone) => void) | undefined;
  announce: (announcement: Announcement) => void;
}

const COUNTED = ['revoked', 'turnedBack', 'checking', 'changedSince'] as const;

function undoneWords(undone: Undone, t: Translator['t']): Announcement {
  const said = COUNTED.filter((became) => undone[became] > 0).map((became) =>
    t(`undo.${became}`, { count: undone[became] }),
  );
  const tone = undone.changedSince > 0 ? 'warn' : 'good';
  return { tone, text: said.length === 0 ? t('undo.takenOut') : said.join(' ') };
}

export function undoQuestion({ itemIds, onUndone, announce, t, language }: UndoAsked) {
  const day = formatDay(localDay(Date.now()), language);
  const onKnown = (takenOut: number) => {
    const undone: Undone = { takenOut, revoked: 0, turnedBack: 0, checking: 0, changedSince: 0 };
    onUndone?.(undone);
    announce(undoneWords(undone, t));
  };
  return {
    ask: () => sendMessage('outbox/undo', { itemIds, reason: t('undo.reason', { day }) }),
    words: (undone: Undone): Announcement => {
      onUndone?.(undone);
      if (undone.checking > 0) followChecks(itemIds, undone.takenOut, onKnown);
      return undoneWords(undone, t);
    },
  };
}

/**
 * Calls back once it is known of all of them whether they had left, with how many had not: those are gone from the
 * outbox. What Envoke has is said as every other write that has arrived.
 * @param takenOut how many were gone before
 */
function followChecks(
  itemIds: readonly string[],
  takenOut: number,
  onKnown: (takenOut: number) => void,
): void {
  const stop = watchOutbox(({ items }) => {
    const left = items.filter(({ id }) => itemIds.includes(id));
    const isChecked = (item: (typeof left)[number]) =>
      item.state.status === 'done' || undoStateOf(item, items) === null;
    if (!left.every(isChecked)) return;
    stop();
    const gone = itemIds.length - left.length - takenOut;
    if (gone > 0) onKnown(gone);
  });
}
