/**
 * Parses a message that reaches the background: it must be in the table, have its shape and not be too large; otherwise
 * null. Pure.
 */
import type { FormAnswer } from '../../../shared/form-answer.ts';
import { BULK_MAX_PEOPLE } from '../../../shared/limits.ts';
import type { OutboxOperation } from '../outbox/outbox-item.ts';
import {
  isArrayOf,
  isBoolean,
  isNullOr,
  isNumber,
  isObject,
  isOneOf,
  isOptional,
  isShaped,
  isString,
} from '../storage/guards.ts';
import type { Message, MessageRequest, MessageType } from './message-table.ts';

/** A full bulk add with generous descriptions; in characters of JSON. */
const MAX_MESSAGE_CHARS = 4_000_000;

const isAnswer = isShaped<FormAnswer>({
  optIn: isBoolean,
  unclear: isOptional(isString),
  written: isOptional(isString),
  day: isOptional(isString),
  dayWritten: isOptional(isString),
  question: isOptional(isString),
});

/** The broker checks the rest: a draft is only ever sent as the body of its own request. */
const isOperation = (value: unknown): value is OutboxOperation => {
  if (!isObject(value)) return false;
  if (value.kind === 'create')
    return (
      isObject(value.draft) &&
      isString(value.draft.email) &&
      isOptional(isAnswer)(value.answer) &&
      isOptional(isString)(value.pageTitle) &&
      isOptional(isBoolean)(value.isOwnDescription)
    );
  if (!isString(value.contactId) || !isString(value.email)) return false;
  if (value.kind === 'unsubscribe') return isObject(value.said) && isString(value.said.reason);
  return (value.kind === 'update' || value.kind === 'interests') && isObject(value.changes);
};

const isOperations = (value: unknown): value is OutboxOperation[] =>
  isArrayOf(isOperation)(value) && value.length > 0;

const isRequestId = (value: unknown): value is string => isString(value) && /^[\w-]{1,64}$/.test(value);

const isIds = (value: unknown): value is string[] =>
  isArrayOf(isString)(value) && value.length <= BULK_MAX_PEOPLE;

const REASON_MAX_CHARS = 500;
const isReason = (value: unknown): value is string =>
  isString(value) && value.trim() !== '' && value.length <= REASON_MAX_CHARS;

const GUARDS: { readonly [Type in MessageType]: (value: unknown) => value is MessageRequest<Type> } = {
  'sign-in/start': isShaped<MessageRequest<'sign-in/start'>>({ reconnects: isNullOr(isString) }),
  'sign-in/sign-out': isShaped<MessageRequest<'sign-in/sign-out'>>({ accountId: isString }),
  'outbox/add': isShaped<MessageRequest<'outbox/add'>>({
    requestId: isOptional(isRequestId),
    accountId: isString,
    operations: isOperations,
    batch: isBoolean,
    lookedUpAtMs: isOptional(isNumber),
    isHeld: isOptional(isBoolean),
    draftId: isOptional(isRequestId),
  }),
  'outbox/edit': isShaped<MessageRequest<'outbox/edit'>>({
    itemId: isString,
    operation: isOperation,
    draftId: isOptional(isRequestId),
  }),
  'outbox/discard-draft': isShaped<MessageRequest<'outbox/discard-draft'>>({
    accountId: isString,
    draftId: isString,
    takesBack: isBoolean,
  }),
  'outbox/retry': isShaped<MessageRequest<'outbox/retry'>>({ itemIds: isIds }),
  'outbox/drop': isShaped<MessageRequest<'outbox/drop'>>({ itemIds: isIds }),
  'outbox/undo': isShaped<MessageRequest<'outbox/undo'>>({ itemIds: isIds, reason: isReason }),
  'outbox/batch': isShaped<MessageRequest<'outbox/batch'>>({
    batchId: isString,
    action: isOneOf(['pause', 'resume', 'stop', 'retry-failed', 'dismiss']),
  }),
  'outbox/send-now': (value): value is MessageRequest<'outbox/send-now'> =>
    isObject(value) && Object.keys(value).length === 0,
};

export function parseMessage(raw: unknown): Message | null {
  if (!isObject(raw) || !isMessageType(raw.type)) return null;
  if (JSON.stringify(raw).length > MAX_MESSAGE_CHARS) return null;
  return GUARDS[raw.type](raw.payload) ? { type: raw.type, payload: raw.payload } : null;
}

function isMessageType(type: unknown): type is MessageType {
  return isString(type) && Object.hasOwn(GUARDS, type);
}
