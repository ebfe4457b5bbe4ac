/** What can be undone, and the write that reverses it. Pure. */
import { CONTACT_FIELDS } from '../../../shared/contact-fields.ts';
import { emailKey } from '../../../shared/email-key.ts';
import type { ContactChanges } from '../../../shared/schemas/contact.ts';
import { contactIdOf, itemEmail, needsPerson, type OutboxItem, type OutboxOperation } from './outbox-item.ts';

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
      const seen = consentOf(operation.draft);
      const changes = { consent_status: 'Revoked', consent_description: reason, seen } as const;
      return { kind: 'update', contactId, email: operation.draft.email, changes };
    }
    case 'update': {
      const { back } = operation;
      if (back === undefined) return null;
      const seen = { ...back.seen, ...(back.consent_status && consentOf(operation.changes)) };
      return { ...operation, contactId, changes: { ...back, seen }, back: undefined };
    }
    case 'interests': {
      const { set, unset } = operation.changes;
      const changes = { ...(unset && { set: unset }), ...(set && { unset: set }) };
      return { ...operation, contactId, changes };
    }
    // Who asked for no more messages is asked before there are any again.
    case 'unsubscribe':
      return null;
  }
}

/** The consent that a write gave: the broker undoes nothing where Envoke has another one by then. */
export function consentOf({
  consent_status,
  consent_description = '',
}: ContactChanges): Record<string, string> {
  return {
    ...(consent_status && { consent_status }),
    // Where nothing was said, the broker has sent words of its own.
    ...(consent_description.trim() === '' ? {} : { consent_description }),
  };
}

/** The write that this one reverses; undefined where it reverses none, or where that one is not kept any more. */
export function originalOf({ id }: OutboxItem, items: readonly OutboxItem[]): OutboxItem | undefined {
  return items.find((item) => undoingId(item.id) === id);
}

/**
 * How far the undoing of a write is, its check included; null where it was not undone, or where that was refused or
 * could not be checked.
 */
export function undoStateOf(item: OutboxItem, items: readonly OutboxItem[]): 'undone' | 'undoing' | null {
  const undoing = items.find(({ id }) => id === undoingId(item.id));
  if (undoing === undefined) return item.undoneBecause === undefined || needsPerson(item) ? null : 'undoing';
  if (needsPerson(undoing)) return null;
  return undoing.state.status === 'done' ? 'undone' : 'undoing';
}

/** What undoing the write would change: of an add that is the consent alone. */
function partsOf(operation: OutboxOperation): string[] {
  switch (operation.kind) {
    case 'create':
    case 'unsubscribe':
      return ['consent'];
    case 'update': {
      const { changes } = operation;
      const fields = CONTACT_FIELDS.filter((name) => changes[name] !== undefined);
      const isConsent = (changes.consent_status ?? changes.consent_description) !== undefined;
      return isConsent ? [...fields, 'consent'] : fields;
    }
    case 'interests': {
      const { set = [], unset = [] } = operation.changes;
      return [...set, ...unset].map((name) => `interest ${name.toLowerCase()}`);
    }
  }
}

function isAboutSame(one: OutboxItem, other: OutboxItem): boolean {
  if (one.accountId !== other.accountId) return false;
  const [id, otherId] = [contactIdOf(one), contactIdOf(other)];
  if (id !== undefined && otherId !== undefined) return id === otherId;
  return emailKey(itemEmail(one)) === emailKey(itemEmail(other));
}

/** Whether `later` changed again what `item` had changed; an add changes nobody who is there. */
export function supersedes(later: OutboxItem, item: OutboxItem): boolean {
  if (later.operation.kind === 'create') return false;
  const isLater = later.createdAtMs - item.createdAtMs || later.position - item.position;
  if (isLater <= 0 || isUndoing(later) || !isAboutSame(later, item)) return false;
  const parts = new Set(partsOf(item.operation));
  return partsOf(later.operation).some((part) => parts.has(part));
}

/** Whether a later write, which holds or will, changed the same again. */
export function isSuperseded(item: OutboxItem, items: readonly OutboxItem[]): boolean {
  const holds = (one: OutboxItem) =>
    one.state.status !== 'stopped' && !needsPerson(one) && undoStateOf(one, items) !== 'undone';
  return items.some((later) => supersedes(later, item) && holds(later));
}

/** Whether the write can be undone, and is not being undone already. */
export function isUndoable(item: OutboxItem, items: readonly OutboxItem[]): boolean {
  return (
    !isUndoing(item) &&
    item.undoneBecause === undefined &&
    inverseOf(item.operation, '', '') !== null &&
    !items.some(({ id }) => id === undoingId(item.id)) &&
    !isSuperseded(item, items)
  );
}
