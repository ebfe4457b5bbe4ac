/** All messages from extension pages to the background: what each carries, and what it is answered with. */

import type { OutboxItem } from '../outbox/outbox-item.ts';
import type {
  AddAnswer,
  AddRequest,
  BatchRequest,
  Discarded,
  DiscardRequest,
  EditRequest,
  ItemsRequest,
  OutboxRefusal,
  Outcome,
  Undone,
  UndoRequest,
} from '../outbox/outbox-requests.ts';

interface MessageTable {
  /**
   * Starts a sign-in and answers at once; its progress is in `signInProgress` (lib/sign-in/progress-item.ts).
   * `reconnects` is the account whose session is to be replaced, or null for a new one.
   */
  'sign-in/start': { request: { reconnects: string | null }; answer: Outcome<null, 'already-running'> };
  /** Ends the session at the broker if the broker can be reached, and removes it here in any case. */
  'sign-in/sign-out': { request: { accountId: string }; answer: Outcome<{ revoked: boolean }, 'no-account'> };
  'outbox/add': { request: AddRequest; answer: AddAnswer };
  'outbox/edit': { request: EditRequest; answer: Outcome<OutboxItem, OutboxRefusal> };
  /** Removes an unfinished draft, with what was saved of it meanwhile. */
  'outbox/discard-draft': { request: DiscardRequest; answer: Outcome<Discarded, never> };
  'outbox/retry': { request: ItemsRequest; answer: Outcome<null, OutboxRefusal> };
  'outbox/drop': { request: ItemsRequest; answer: Outcome<null, OutboxRefusal> };
  'outbox/undo': { request: UndoRequest; answer: Outcome<Undone, OutboxRefusal> };
  'outbox/batch': { request: BatchRequest; answer: Outcome<null, OutboxRefusal> };
  /** Sending may work now (the popup opened, the network is back): try the open writes. */
  'outbox/send-now': { request: Record<string, never>; answer: Outcome<null, never> };
}

export type MessageType = keyof MessageTable;
export type MessageRequest<Type extends MessageType> = MessageTable[Type]['request'];
export type MessageAnswer<Type extends MessageType> = MessageTable[Type]['answer'];

export interface Message<Type extends MessageType = MessageType> {
  type: Type;
  payload: MessageRequest<Type>;
}
