/** A confirmed write that waits to be sent, is being sent, or came to an end. Pure. */
import type {
  Contact,
  ContactChanges,
  ContactDraft,
  InterestChanges,
} from '../../../shared/schemas/contact.ts';
import type { BrokerErrorSlug } from '../broker-client/broker-error.ts';

export type OutboxOperation =
  | { kind: 'create'; draft: ContactDraft }
  /** `email` is for display: the change itself names the contact by id. */
  | {
      kind: 'update';
      contactId: string;
      email: string;
      changes: ContactChanges;
      /** What puts the contact back as it was; absent where nothing may. */
      back?: ContactChanges | undefined;
    }
  | { kind: 'interests'; contactId: string; email: string; changes: InterestChanges };

/** Why an attempt did not succeed. `contact` is there with contact-exists and consent-confirmation-needed. */
export interface OutboxFailure {
  slug: BrokerErrorSlug;
  requestId: string | null;
  envokeErrors: readonly string[];
  errors: readonly { pointer: string; detail: string }[];
  contact: Contact | null;
}

export type OutboxState =
  | { status: 'waiting' }
  | { status: 'sending' }
  /** Envoke has the e-mail already, or the change of consent needs confirming: the person decides. */
  | { status: 'needs-decision'; failure: OutboxFailure }
  | { status: 'failed'; failure: OutboxFailure }
  | { status: 'done'; contactId: string; atMs: number }
  /** Its batch was stopped before it was sent; kept for the table of results. */
  | { status: 'stopped' };

export interface OutboxItem {
  /** Names the item; the `Idempotency-Key` is separate, since an edit needs a new one. */
  id: string;
  accountId: string;
  batchId: string | null;
  /** Place in its batch, or 0. */
  position: number;
  createdAtMs: number;
  operation: OutboxOperation;
  idempotencyKey: string;
  state: OutboxState;
  attempts: number;
  /** Epoch milliseconds before which it is not tried again; 0 when it may be sent at once. */
  notBeforeMs: number;
  /** Why the last attempt did not succeed while it still waits; null before the first. */
  lastFailure: OutboxFailure | null;
  /** Set once the person took it back while it may have been at Envoke: why, for the proof. */
  undoneBecause?: string;
}

/** A bulk add: what waits in a `paused` one stays; in a `stopped` one it is not sent unless the person says so anew. */
export interface OutboxBatch {
  id: string;
  accountId: string;
  createdAtMs: number;
  state: 'running' | 'paused' | 'stopped';
  total: number;
}

export interface OutboxSnapshot {
  items: readonly OutboxItem[];
  batches: readonly OutboxBatch[];
}

/** `needs-sign-in` is not stored: an item waits, and its account has no session. */
export type OutboxViewStatus = OutboxState['status'] | 'needs-sign-in' | 'paused';

/** An item's status: what waits in a stopped batch is stopped, whether or not that was still written down for each. */
export function statusOf(
  { state, batchId }: OutboxItem,
  batches: readonly OutboxBatch[],
): OutboxState['status'] {
  if (state.status !== 'waiting') return state.status;
  return batches.some((batch) => batch.id === batchId && batch.state === 'stopped') ? 'stopped' : 'waiting';
}

/** The e-mail of a person to add; null where somebody is changed. */
export function emailOfNew({ operation }: OutboxItem): string | null {
  return operation.kind === 'create' ? operation.draft.email : null;
}

/** Why an item is where it is: the failure it ended with, or that of its last attempt; null when there was none. */
export function failureOf({
  state,
  lastFailure,
}: Pick<OutboxItem, 'state' | 'lastFailure'>): OutboxFailure | null {
  return 'failure' in state ? state.failure : lastFailure;
}

/** The e-mail an item is about. */
export function itemEmail(item: OutboxItem): string {
  return item.operation.kind === 'create' ? item.operation.draft.email : item.operation.email;
}
