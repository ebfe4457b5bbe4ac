/** What can be taken back, and what turns it around. Pure. */
import type { OutboxItem, OutboxOperation } from './outbox-item.ts';

/** Names the write that turns another one around, so that there is never a second. */
export const undoingId = (itemId: string) => `${itemId}:undo`;

export const isUndoing = ({ id }: Pick<OutboxItem, 'id'>) => id.endsWith(':undo');

/**
 * What turns a write around: an add becomes Revoked, since Envoke lets nobody be removed; null for what cannot be. Pure.
 * @param reason in words, for the proof
 */
export function inverseOf(
  operation: OutboxOperation,
  contactId: string,
  reason: string,
): OutboxOperation | null {
  switch (operation.kind) {
    case 'create': {
      const changes = {
        consent_status: 'Revoked',
        consent_description: reason,
        consent_confirmed: true,
      } as const;
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

/** Whether it can be taken back, and is not being already. */
export function isUndoable(item: OutboxItem, items: readonly OutboxItem[]): boolean {
  return (
    !isUndoing(item) &&
    inverseOf(item.operation, '', '') !== null &&
    !items.some(({ id }) => id === undoingId(item.id))
  );
}
