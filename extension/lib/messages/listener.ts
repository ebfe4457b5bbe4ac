/** The receiving side of the message table: the sender is checked, then the message, then its handler runs. */
import { isInternalSender, type MessageSender, type Self } from '../security/sender.ts';
import type { Message, MessageAnswer, MessageRequest, MessageType } from './message-table.ts';
import { parseMessage } from './parse-message.ts';

export type MessageHandlers = {
  readonly [Type in MessageType]: (payload: MessageRequest<Type>) => Promise<MessageAnswer<Type>>;
};

/**
 * One listener that works with the native `browser` and the polyfill: it answers by `sendResponse` and returns true, or
 * returns nothing and does not answer. If a handler throws, the answer is empty, which the sender turns into an error.
 */
export function createMessageListener(handlers: MessageHandlers, self: Self) {
  return (
    raw: unknown,
    sender: MessageSender,
    sendResponse: (answer?: unknown) => void,
  ): true | undefined => {
    const message = isInternalSender(sender, self) ? parseMessage(raw) : null;
    if (message === null) return undefined;
    handle(handlers, message).then(sendResponse, () => sendResponse());
    return true;
  };
}

function handle<Type extends MessageType>(
  handlers: MessageHandlers,
  { type, payload }: Message<Type>,
): Promise<MessageAnswer<Type>> {
  return handlers[type](payload);
}
