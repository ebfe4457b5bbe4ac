/** The message about a write, or a bulk add, that has ended or needs the person, and the actions it offers. */

import type { Announcement } from '../../../components/notice.tsx';
import { emailNow } from '../../../components/outbox/action-words.ts';
import type { Translate } from '../../../lib/i18n/index.ts';
import { batchProgress } from '../../../lib/outbox/batch-counts.ts';
import {
  needsPerson,
  type OutboxBatch,
  type OutboxItem,
  type OutboxSnapshot,
} from '../../../lib/outbox/outbox-item.ts';
import { isAboutContact, isOnItsWay } from '../../../lib/outbox/pending-contact.ts';
import { isUndoable, isUndoing } from '../../../lib/outbox/undo-rules.ts';
import type { Popup } from '../context/popup-context.ts';
import { failureKey } from '../context/shown-error.ts';
import { unrecordedAdd } from '../form/list-answer.ts';

type Ways = Pick<Popup, 'client' | 'open' | 'announce' | 'undo'>;

/** Of a write that was undone while nobody knew whether it had left. */
function checkedWords({ operation, state }: OutboxItem, email: string, t: Translate): string {
  if (state.status !== 'done') return t('undo.unchecked', { email });
  return t(operation.kind === 'create' ? 'undo.revoked' : 'undo.turnedBack', { count: 1 });
}

/** Why a write did not arrive, in words that fit what it was. */
function stuckKey(item: OutboxItem, outbox: OutboxSnapshot) {
  const { id, operation, state } = item;
  const isDecision = state.status === 'needs-decision';
  if (isUndoing({ id })) return isDecision ? 'outbox.undoUndecided' : 'outbox.undoRefused';
  // Whatever the reason, Envoke goes on mailing somebody who asked it not to.
  if (operation.kind === 'unsubscribe') return 'unsubscribe.stuck';
  if (!isDecision) return 'outbox.refused';
  switch (state.failure.slug) {
    case 'contact-exists':
      if (operation.kind !== 'create') return 'outbox.addressTaken';
      return unrecordedAdd(item, outbox) === undefined ? 'outbox.exists' : 'outbox.existsUnrecorded';
    case 'contact-changed':
      return 'outbox.changed';
    default:
      return 'outbox.unconfirmed';
  }
}

/** Null while more about the same contact is on its way: only the last of it says that all has arrived. */
export function settledWords(
  item: OutboxItem,
  outbox: OutboxSnapshot,
  t: Translate,
  { client, open, announce, undo }: Ways,
): Announcement | null {
  const { operation, state } = item;
  const email = emailNow(item);
  const look = { label: t('outbox.look'), run: () => open({ name: 'outbox' }) };
  if (item.undoneBecause !== undefined)
    return {
      tone: state.status === 'done' ? 'good' : 'bad',
      text: checkedWords(item, email, t),
      actions: [look],
    };
  if (state.status !== 'done')
    return { tone: 'bad', text: t(stuckKey(item, outbox), { email }), actions: [look] };
  const others = outbox.items.filter((one) => one.id !== item.id && isAboutContact(one, state.contactId));
  if (others.some((one) => isOnItsWay(one, outbox))) return null;
  const isWhole = !others.some(needsPerson);
  const openIt = () =>
    client.contact(state.contactId, {}).then(
      (contact) => open({ name: 'contact', contact }),
      (error: unknown) => announce({ tone: 'bad', text: t(failureKey(error)) }),
    );
  const done = isUndoing(item)
    ? 'undo.done'
    : operation.kind === 'create'
      ? 'outbox.added'
      : operation.kind === 'unsubscribe'
        ? 'unsubscribe.done'
        : isWhole
          ? 'outbox.arrived'
          : 'outbox.arrivedInPart';
  const undoIt = { label: t('undo.button'), run: () => undo([item.id]) };
  return {
    tone: isWhole ? 'good' : 'bad',
    text: t(done, { email }),
    actions: [
      ...(isUndoable(item, outbox.items) ? [undoIt] : []),
      isWhole ? { label: t('undo.open'), run: () => void openIt() } : look,
    ],
  };
}

/** Null while some of it is open: until then only the view of the outbox follows it, not a screen reader. */
export function settledBatchWords(
  batch: OutboxBatch,
  outbox: OutboxSnapshot,
  t: Translate,
  { open, undo }: Ways,
): Announcement | null {
  const items = outbox.items.filter(({ batchId }) => batchId === batch.id);
  const { done, failed, needsDecision, open: left } = batchProgress(batch, outbox.items);
  if (left > 0) return null;
  const adds = items.some(({ operation }) => operation.kind === 'create');
  const look = { label: t('outbox.look'), run: () => open({ name: 'outbox' }) };
  const undoIt = { label: t('undo.button'), run: () => undo(items.map(({ id }) => id)) };
  const toFix = failed + needsDecision;
  const isWhole = toFix === 0;
  const ended = t(adds ? 'bulk.ended' : 'bulk.endedTags', { count: done });
  return {
    tone: isWhole ? 'good' : 'bad',
    text: isWhole ? ended : t('bulk.endedToFix', { ended, toFix: t('outbox.toFix', { count: toFix }) }),
    actions: isWhole ? [undoIt] : [undoIt, look],
  };
}
