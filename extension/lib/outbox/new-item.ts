/** Makes an outbox item from a write. Pure. */
import type { OutboxItem, OutboxOperation } from './outbox-item.ts';

interface NewItem
  extends Pick<OutboxItem, 'id' | 'accountId' | 'batchId' | 'position' | 'unchecked' | 'draftId'> {
  nowMs: number;
  /** How long it stays before it is sent, so that the person can undo it. */
  heldMs?: number;
}

export function newItem(operation: OutboxOperation, { nowMs, heldMs = 0, ...at }: NewItem): OutboxItem {
  return {
    ...at,
    createdAtMs: nowMs,
    operation,
    idempotencyKey: crypto.randomUUID(),
    state: { status: 'waiting' },
    attempts: 0,
    mayHaveLeft: false,
    notBeforeMs: heldMs === 0 ? 0 : nowMs + heldMs,
    lastFailure: null,
  };
}

/** The name that a write is signed with; `''` for none. */
export function personOf(operation: OutboxOperation): string {
  switch (operation.kind) {
    case 'create':
      return operation.draft.person ?? '';
    case 'update':
    case 'interests':
      return operation.changes.person ?? '';
    case 'unsubscribe':
      return operation.said.person ?? '';
  }
}

/** With the name of whoever answers for the write, where there is one. */
export function signedBy(operation: OutboxOperation, person: string): OutboxOperation {
  if (person === '') return operation;
  switch (operation.kind) {
    case 'create':
      return { ...operation, draft: { ...operation.draft, person } };
    case 'update':
      return { ...operation, changes: { ...operation.changes, person } };
    case 'interests':
      return { ...operation, changes: { ...operation.changes, person } };
    case 'unsubscribe':
      return { ...operation, said: { ...operation.said, person } };
  }
}
