/** The requests to the outbox, and its answers. */
import type { OutboxOperation, PolicyRefusal } from './outbox-item.ts';

/** Why the outbox refused a request. */
export type OutboxRefusal =
  /** The account of the write does not exist in this browser. */
  | 'no-account'
  /** Storage is nearly full: nothing was accepted, nothing is lost. */
  | 'storage-full'
  | 'too-many'
  | PolicyRefusal
  /** It is being sent at this moment, or has been. */
  | 'not-editable'
  /** It turned out to be in Envoke: what was to take its place is a change of the contact. */
  | 'arrived'
  | 'not-found';

export type Outcome<Value, Refusal extends string> =
  | { ok: true; value: Value }
  | { ok: false; refusal: Refusal };

export interface AddRequest {
  /** A caller without an answer repeats the request with the same id, so that nothing is stored twice. */
  requestId?: string | undefined;
  accountId: string;
  operations: readonly OutboxOperation[];
  batch: boolean;
  /** Of a bulk add: epoch milliseconds of the look-up of all its people during the review. */
  lookedUpAtMs?: number | undefined;
  /** Adds stay for some seconds, to be taken back. */
  isHeld?: boolean | undefined;
  /** The draft to remove once the writes are accepted. */
  draftId?: string | undefined;
}

export type AddAnswer = Outcome<{ itemIds: readonly string[]; batchId: string | null }, OutboxRefusal>;

/** Replaces what an item will write, and sends it again. */
export interface EditRequest {
  itemId: string;
  operation: OutboxOperation;
  /** The draft to remove once the item is changed. */
  draftId?: string | undefined;
}

export interface ItemsRequest {
  itemIds: readonly string[];
}

export interface UndoRequest extends ItemsRequest {
  /** In words, for the proof of what Envoke has already. */
  reason: string;
}

export interface DiscardRequest {
  accountId: string;
  draftId: string;
  /** Whether what was saved of it meanwhile is taken back: the person has never seen that as anything else. */
  takesBack: boolean;
}

/** What there is of a discarded draft. */
export interface Discarded {
  /** How many writes were taken out before they left. */
  takenOut: number;
  /** Ids of the writes that were saved of it, and stay. */
  kept: readonly string[];
}

/** What became of how many of the writes that a person asked to undo. */
export interface Undone {
  /** Dropped: nothing of them is at Envoke. */
  takenOut: number;
  /** Envoke has them, and they are being reversed there: adds, which become Revoked. */
  revoked: number;
  /** Envoke has them, and they are being reversed there: changes. */
  turnedBack: number;
  /** It is being found out whether Envoke has them. They are dropped where it does not, and reversed where it does. */
  checking: number;
  /** Left as they are, because a later write has changed the same again. */
  changedSince: number;
}

/** `resume` also goes on with what was stopped; `retry-failed` leaves that as it is. */
export interface BatchRequest {
  batchId: string;
  action: 'pause' | 'resume' | 'stop' | 'retry-failed' | 'dismiss';
}
