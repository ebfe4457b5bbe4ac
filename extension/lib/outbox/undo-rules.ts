/** What can be undone, and the write that reverses it. Pure. */
import type { OutboxItem, OutboxOperation } from './outbox-item.ts';

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

/** Whether the write can be undone, and is not being undone already. */
export function isUndoable(item: OutboxItem, items: readonly OutboxItem[]): boolean {
  return (
    !isUndoing(item) &&
    inverseOf(item.operation, '', '') !== null &&
    !items.some(({ id }) => id === undoingId(item.id))
  );
}
