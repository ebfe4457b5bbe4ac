/** The sending side of the message table. */
import { browser } from 'wxt/browser';
import type { Message, MessageAnswer, MessageRequest, MessageType } from './message-table.ts';

/**
 * Asks the background. Rejects when no background answers (the extension is being updated) or it refused the message.
 */
export async function sendMessage<Type extends MessageType>(
  type: Type,
  payload: MessageRequest<Type>,
): Promise<MessageAnswer<Type>> {
  const answer: unknown = await browser.runtime.sendMessage({ type, payload } satisfies Message<Type>);
  if (answer === undefined || answer === null) throw new Error(`no answer to ${type}`);
  return answer as MessageAnswer<Type>;
}
