/** The closed table of messages from extension pages to the background: each with what it carries and what is answered. */
import type { OutboxItem, OutboxOperation } from '../outbox/outbox-item.ts';

/** Why the outbox did not do what was asked. */
export type OutboxRefusal =
  /** There is no such account to keep it for. */
  | 'no-account'
  /** Storage is nearly full: nothing was taken, nothing is lost. */
  | 'storage-full'
  | 'too-many'
  /** The settings, which may be an administrator's, do not let it through. */
  | 'not-allowed'
  /** It is being sent at this moment, or has been. */
  | 'not-editable'
  | 'not-found';

export type Outcome<Value, Refusal extends string> =
  | { ok: true; value: Value }
  | { ok: false; refusal: Refusal };

export interface MessageTable {
  /**
   * Starts a sign-in and answers at once; its course is in `signInProgress` (lib/sign-in/progress-item.ts). `reconnects` is the
   * account whose session is to be replaced, or null for a new one.
   */
  'sign-in/start': { request: { reconnects: string | null }; answer: Outcome<null, 'already-running'> };
  /** Ends the session at the broker as far as it can be reached, and forgets it here in any case. */
  'sign-in/sign-out': { request: { accountId: string }; answer: Outcome<{ revoked: boolean }, 'no-account'> };
  /** Whoever gets no answer asks again with the same `requestId`: nothing is then put in twice. */
  'outbox/add': {
    request: {
      requestId?: string | undefined;
      accountId: string;
      operations: readonly OutboxOperation[];
      batch: boolean;
    };
    answer: Outcome<{ itemIds: readonly string[]; batchId: string | null }, OutboxRefusal>;
  };
  /** Replaces what an item will write, and sends it again. */
  'outbox/edit': {
    request: { itemId: string; operation: OutboxOperation };
    answer: Outcome<OutboxItem, OutboxRefusal>;
  };
  'outbox/retry': { request: { itemIds: readonly string[] }; answer: Outcome<null, OutboxRefusal> };
  'outbox/drop': { request: { itemIds: readonly string[] }; answer: Outcome<null, OutboxRefusal> };
  /** `resume` also goes on with what was stopped; `retry-failed` leaves that as it is. */
  'outbox/batch': {
    request: { batchId: string; action: 'pause' | 'resume' | 'stop' | 'retry-failed' | 'dismiss' };
    answer: Outcome<null, OutboxRefusal>;
  };
  /** Something changed for the better (the popup opened, the network is back): try what waits now. */
  'outbox/send-now': { request: Record<string, never>; answer: Outcome<null, never> };
}

export type MessageType = keyof MessageTable;
export type MessageRequest<Type extends MessageType> = MessageTable[Type]['request'];
export type MessageAnswer<Type extends MessageType> = MessageTable[Type]['answer'];

export interface Message<Type extends MessageType = MessageType> {
  type: Type;
  payload: MessageRequest<Type>;
}
