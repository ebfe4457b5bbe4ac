/** What can be undone, and the write that reverses it. Pure. */
import { needsPerson, type OutboxItem, type OutboxOperation } from './outbox-item.ts';

/** The id of the write that reverses another one. It follows from the first id, so there is never a second. */
export const undoingId = (itemId: string) => `${itemId}:undo`;

export const isUndoing = ({ id }: Pick<OutboxItem, 'id'>) => id.endsWith(':undo');

/**
 * The write that reverses another one. An add becomes Revoked, since Envoke does not let anybody remove a contact; null
 * where nothing can reverse it. Pure.
 * @param reason in words, for the proof
 */
export function inverseOf(
  operation: OutboxOperation,
  contactId: string,
  reason: string,
): OutboxOperation | null {
  switch (operation.kind) {
    case 'create': {
      // No confirmation is claimed: nobody was asked, and taking consent away needs none.
      const changes = { consent_status: 'Revoked', consent_description: reason } as const;
      return { kind: 'update', contactId, email: operation.draft.email, changes };
    }
    case 'update':
      return operation.back === undefined
        ? null
        : { ...operation, contactId, changes: operation.back, back: undefined };
    case 'interests': {
      const { set, unset } = operation.changes;
      const changes = { ...(unset && { set: unset }), ...(set && { unset: set }) };
      return { ...operation, contactId, changes };
    }
  }
}

/** The write that this one reverses; undefined where it reverses none, or where that one is not kept any more. */
export function originalOf({ id }: OutboxItem, items: readonly OutboxItem[]): OutboxItem | undefined {
  return items.find((item) => undoingId(item.id) === id);
}

/** How far the undoing of a write is; null where it was not undone, or where Envoke refused to undo it. */
export function undoStateOf(item: OutboxItem, items: readonly OutboxItem[]): 'undone' | 'undoing' | null {
  const undoing = items.find(({ id }) => id === undoingId(item.id));
  if (undoing === undefined || needsPerson(undoing)) return null;
  return undoing.state.status === 'done' ? 'undone' : 'undoing';
}

/** Whether the write can be undone, and is not being undone already. */
export function isUndoable(item: OutboxItem, items: readonly OutboxItem[]): boolean {
  return (
    !isUndoing(item) &&
    inverseOf(item.operation, '', '') !== null &&
    !items.some(({ id }) => id === undoingId(item.id))
  );
}
