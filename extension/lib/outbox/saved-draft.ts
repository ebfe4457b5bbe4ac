/**
 * A draft and what is saved of it. The draft goes when the writes are on disk; discarding it meanwhile waits for that, and
 * takes back what has not left, so that nothing is sent which the person was told is discarded.
 */
import { draftsItem, dropDraft } from '../memory/drafts-item.ts';
import type { Discarded, DiscardRequest, OutboxRefusal, Outcome } from './outbox-requests.ts';
import { loadOutbox } from './outbox-store.ts';
import { takeOut } from './undo.ts';

const lockOf = (draftId: string) => `outbox:draft:${draftId}`;

/** The popup may close before it can remove the draft itself. @param accountOf the account of what was saved */
export async function savingDraft<Value>(
  draftId: string | undefined,
  accountOf: (saved: Value) => string,
  save: () => Promise<Outcome<Value, OutboxRefusal>>,
): Promise<Outcome<Value, OutboxRefusal>> {
  if (draftId === undefined) return save();
  return navigator.locks.request(lockOf(draftId), async () => {
    const answer = await save();
    if (answer.ok) await dropDraft(accountOf(answer.value), draftId);
    return answer;
  });
}

export function discardDraft({
  accountId,
  draftId,
  takesBack,
}: DiscardRequest): Promise<Outcome<Discarded, never>> {
  return navigator.locks.request(lockOf(draftId), async () => {
    const isThere = ((await draftsItem.get())[accountId] ?? []).some(({ id }) => id === draftId);
    const saved = await savedOf(accountId, draftId);
    const takenOut = takesBack ? await takeOut(saved) : [];
    await dropDraft(accountId, draftId);
    // Of an edit or a reason that is still there, what was saved was an earlier one.
    const kept = takesBack || !isThere ? saved.filter((id) => !takenOut.includes(id)) : [];
    return { ok: true, value: { takenOut: takenOut.length, kept } };
  });
}

async function savedOf(accountId: string, draftId: string): Promise<string[]> {
  const { items } = await loadOutbox();
  return items.filter((item) => item.accountId === accountId && item.draftId === draftId).map(({ id }) => id);
}
