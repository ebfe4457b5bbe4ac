/** What is asked of the outbox, and what it answers. */
import type { OutboxOperation } from './outbox-item.ts';

/** Why the outbox did not do what was asked. */
export type OutboxRefusal =
  /** There is no such account to keep it for. */
  | 'no-account'
  /** Storage is nearly full: nothing was taken, nothing is lost. */
  | 'storage-full'
  | 'too-many'
  /** The settings, which may be an administrator's, do not let it through. */
  | 'not-allowed'
  /** The settings want somebody named who answers for it. */
  | 'name-needed'
  /** It is being sent at this moment, or has been. */
  | 'not-editable'
  | 'not-found';

export type Outcome<Value, Refusal extends string> =
  | { ok: true; value: Value }
  | { ok: false; refusal: Refusal };

export interface AddRequest {
  /** Whoever gets no answer asks again with the same one: nothing is then put in twice. */
  requestId?: string | undefined;
  accountId: string;
  operations: readonly OutboxOperation[];
  batch: boolean;
  /** Adds stay for some seconds, to be taken back. */
  isHeld?: boolean | undefined;
  /** What was unfinished until now, and is done with once it is taken. */
  draftId?: string | undefined;
}

export type AddAnswer = Outcome<{ itemIds: readonly string[]; batchId: string | null }, OutboxRefusal>;

/** Replaces what an item will write, and sends it again. */
export interface EditRequest {
  itemId: string;
  operation: OutboxOperation;
}

export interface ItemsRequest {
  itemIds: readonly string[];
}

export interface UndoRequest extends ItemsRequest {
  /** In words, for the proof of what Envoke has already. */
  reason: string;
}

/** How many writes were dropped before they left, and how many are being turned around at Envoke. */
export interface Undone {
  takenOut: number;
  turnedBack: number;
}

/** `resume` also goes on with what was stopped; `retry-failed` leaves that as it is. */
export interface BatchRequest {
  batchId: string;
  action: 'pause' | 'resume' | 'stop' | 'retry-failed' | 'dismiss';
}
