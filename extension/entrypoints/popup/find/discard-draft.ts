/** Discards an unfinished draft, and says what there was of it: it may have been saved by a popup that was closed at once. */
import type { Announcement } from '../../../components/notice.tsx';
import type { Translate } from '../../../lib/i18n/index.ts';
import type { Draft } from '../../../lib/memory/drafts-item.ts';
import { sendMessage } from '../../../lib/messages/send.ts';
import type { Popup } from '../context/popup-context.ts';

interface Discarding extends Pick<Popup, 'account' | 'open' | 'undo'> {
  /** What it is, in words. */
  what: string;
  bringBack: () => void;
  t: Translate;
}

/** What these become is a new contact, or several, and nothing else of them is anywhere. */
const isOfAdds = (draft: Draft) =>
  draft.kind === 'review' || (draft.kind === 'form' && (draft.form.editedItemId ?? '') === '');

export async function discardDraft(
  draft: Draft,
  { account, what, bringBack, open, undo, t }: Discarding,
): Promise<Announcement> {
  const asked = { accountId: account.id, draftId: draft.id, takesBack: isOfAdds(draft) };
  const answer = await sendMessage('outbox/discard-draft', asked);
  if (!answer.ok) throw new Error('a draft was not discarded');
  const { kept, takenOut } = answer.value;
  if (kept.length === 0) {
    const actions = [{ label: t('undo.button'), run: bringBack }];
    return { tone: 'good', text: t('draft.discarded', { what }), actions };
  }
  const notSent = takenOut === 0 ? '' : ` ${t('bulk.notSent', { count: takenOut })}`;
  const look = { label: t('outbox.look'), run: () => open({ name: 'outbox' }) };
  const undoIt = { label: t('undo.button'), run: () => undo(kept) };
  return {
    tone: 'warn',
    text: `${t('draft.savedBefore', { what })}${notSent}`,
    // Who asked for no more messages is asked before there are any again.
    actions: draft.kind === 'unsubscribe' ? [look] : [undoIt, look],
  };
}
