/** Outbox items for tests. */
import type {
  OutboxFailure,
  OutboxItem,
  OutboxOperation,
} from '../../../extension/lib/outbox/outbox-item.ts';

export function aDraft(email: string): OutboxOperation {
  return { kind: 'create', draft: { email, consent_status: 'Not Provided' } };
}

export function anItem(changes: Partial<OutboxItem>): OutboxItem {
  return {
    id: 'item',
    accountId: '7',
    batchId: null,
    position: 0,
    createdAtMs: 0,
    operation: aDraft('a@example.ca'),
    idempotencyKey: 'key-0123456789abcdef',
    state: { status: 'waiting' },
    attempts: 0,
    notBeforeMs: 0,
    lastFailure: null,
    ...changes,
  };
}

/** The broker refused the write, and gave no more reasons. */
export const REFUSED: OutboxFailure = {
  slug: 'contact-rejected',
  requestId: null,
  envokeErrors: [],
  errors: [],
  contact: null,
};
