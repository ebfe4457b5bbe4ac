/**
 * The writes that the current settings allow. Pure. The forms offer nothing else, and the background accepts nothing
 * else.
 */
import { emailKey } from '../../../shared/email-key.ts';
import type { Settings } from '../settings/settings.ts';
import type { OutboxOperation } from './outbox-item.ts';

type Limits = Pick<Settings, 'bulk' | 'allowedConsentStatuses'>;

/** Several writes about one person are still one person. */
export function isAboutMany(operations: readonly OutboxOperation[]): boolean {
  const people = operations.map((operation) =>
    operation.kind === 'create' ? emailKey(operation.draft.email) : operation.contactId,
  );
  return new Set(people).size > 1;
}

/** The status that a write would give; undefined when it leaves consent as it is. */
function writtenStatus(operation: OutboxOperation) {
  switch (operation.kind) {
    case 'create':
      return operation.draft.consent_status;
    case 'update':
      return operation.changes.consent_status;
    case 'interests':
    // Nobody may be kept from unsubscribing somebody.
    case 'unsubscribe':
      return undefined;
  }
}

/** Whether all of these may be written at once. */
export function isAllowed(operations: readonly OutboxOperation[], limits: Limits): boolean {
  if (!limits.bulk && isAboutMany(operations)) return false;
  return operations
    .map(writtenStatus)
    .every((status) => status === undefined || limits.allowedConsentStatuses.includes(status));
}
