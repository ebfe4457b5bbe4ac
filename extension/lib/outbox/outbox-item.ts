/** A confirmed write that waits, is being sent, or is finished. Pure. */
import type { FormAnswer } from '../../../shared/form-answer.ts';
import type {
  Contact,
  ContactChanges,
  ContactDraft,
  InterestChanges,
  Unsubscribe,
} from '../../../shared/schemas/contact.ts';
import type { BrokerErrorSlug } from '../broker-client/broker-error.ts';

export type OutboxOperation =
  /**
   * Only the draft leaves. `answer` and the page are in its description; `isOwnDescription` says that somebody wrote that:
   * an edit of the add replaces only words that were generated.
   */
  | {
      kind: 'create';
      draft: ContactDraft;
      answer?: FormAnswer | undefined;
      pageTitle?: string | undefined;
      isOwnDescription?: boolean | undefined;
    }
  /** `email` is for display: the change itself names the contact by id. */
  | {
      kind: 'update';
      contactId: string;
      email: string;
      changes: ContactChanges;
      /** The write that undoes this one; absent where nothing may be undone. */
      back?: ContactChanges | undefined;
    }
  | { kind: 'interests'; contactId: string; email: string; changes: InterestChanges }
  | { kind: 'unsubscribe'; contactId: string; email: string; said: Unsubscribe };

/** Why a write that was saved is not sent: the settings, which may be an administrator's, do not allow it. */
export type PolicyRefusal =
  | 'not-allowed'
  /** The settings require the name of the person who answers for the write. */
  | 'name-needed';

/** Why an attempt did not succeed. `contact` is there with contact-exists and consent-confirmation-needed. */
export interface OutboxFailure {
  slug: BrokerErrorSlug;
  requestId: string | null;
  envokeErrors: readonly string[];
  errors: readonly { pointer: string; detail: string }[];
  contact: Contact | null;
  /** It was refused here, before anything was sent. */
  refusal?: PolicyRefusal;
}

export type OutboxState =
  | { status: 'waiting' }
  | { status: 'sending' }
  /** Envoke has the e-mail already, or the change of consent needs confirming: the person decides. */
  | { status: 'needs-decision'; failure: OutboxFailure }
  | { status: 'failed'; failure: OutboxFailure }
  | { status: 'done'; contactId: string; atMs: number }
  /** Its batch was stopped before it was sent; the item is kept for the table of results. */
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
  /**
   * Whether some of it may have reached Envoke, which only the broker can tell; absent in the items of an earlier
   * version.
   */
  mayHaveLeft?: boolean;
  /** Epoch milliseconds before which it is not tried again; 0 when it may be sent at once. */
  notBeforeMs: number;
  /** Why the last attempt did not succeed while it still waits; null before the first. */
  lastFailure: OutboxFailure | null;
  /**
   * It was saved before the browser had told what an administrator allows, which is asked before it is sent. `many`: it was
   * saved with writes about others.
   */
  unchecked?: 'one' | 'many' | undefined;
  /** It was edited when an earlier try may have reached Envoke, which then has what it said before. */
  wasTried?: boolean | undefined;
  /** The unfinished draft that it was made of. */
  draftId?: string | undefined;
  /**
   * The reason of an undo, for the proof; set when the write may already have reached Envoke. Until it is done, it is
   * not sent any more: the broker is asked what became of it.
   */
  undoneBecause?: string;
}

/** A bulk add. Items of a `paused` one wait; items of a `stopped` one are not sent unless the person asks for it. */
export interface OutboxBatch {
  id: string;
  accountId: string;
  createdAtMs: number;
  state: 'running' | 'paused' | 'stopped';
  total: number;
  /** Epoch milliseconds of the look-up of all its people during the review; absent when there was none. */
  lookedUpAtMs?: number | undefined;
  /** Of those whose items were removed once they had arrived; nothing that tells who they are. */
  removed?: RemovedPositions;
}

/** Places in their batch. */
interface RemovedPositions {
  done: readonly number[];
  /** They were undone after they had arrived. */
  undone: readonly number[];
}

export interface OutboxSnapshot {
  items: readonly OutboxItem[];
  batches: readonly OutboxBatch[];
}

/** `needs-sign-in` is not stored: it means that the item waits and its account has no session. */
export type OutboxViewStatus = OutboxState['status'] | 'needs-sign-in' | 'paused';

/** The part of some accounts. @param isMeant which, by their ids */
export function partOf(
  { items, batches }: OutboxSnapshot,
  isMeant: (accountId: string) => boolean,
): OutboxSnapshot {
  return {
    items: items.filter(({ accountId }) => isMeant(accountId)),
    batches: batches.filter(({ accountId }) => isMeant(accountId)),
  };
}

/** An item's status: a waiting item of a stopped batch is stopped, even if that is not yet stored in the item. */
export function statusOf(
  { state, batchId }: OutboxItem,
  batches: readonly OutboxBatch[],
): OutboxState['status'] {
  if (state.status !== 'waiting') return state.status;
  return batches.some((batch) => batch.id === batchId && batch.state === 'stopped') ? 'stopped' : 'waiting';
}

/** Refused, or in need of a decision: it goes on when the person does something, not when the network comes back. */
export function needsPerson({ state }: Pick<OutboxItem, 'state'>): boolean {
  return state.status === 'failed' || state.status === 'needs-decision';
}

/** The e-mail of a person to add; null where somebody is changed. */
export function emailOfNew({ operation }: OutboxItem): string | null {
  return operation.kind === 'create' ? operation.draft.email : null;
}

/** Envoke's id of the contact; undefined where somebody is added and Envoke has not answered. */
export function contactIdOf({ operation, state }: OutboxItem): string | undefined {
  if (operation.kind !== 'create') return operation.contactId;
  return state.status === 'done' ? state.contactId : undefined;
}

/** The failure behind an item's state: the one it ended with, or that of its last attempt; null when there was none. */
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

/** All e-mails an item is about: the contact's, and the one that a change gives the contact. */
export function emailsOf(item: OutboxItem): string[] {
  const { operation } = item;
  const changed = operation.kind === 'update' ? operation.changes.email : undefined;
  return [itemEmail(item), ...(changed === undefined ? [] : [changed])];
}
