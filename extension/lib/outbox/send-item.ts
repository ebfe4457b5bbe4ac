/** One attempt at one item, and the result that is stored. */
import type { Contact } from '../../../shared/schemas/contact.ts';
import type { BrokerClient } from '../broker-client/broker-client.ts';
import { BrokerError } from '../broker-client/broker-error.ts';
import { hold, release } from './account-backoff.ts';
import { backoffMs } from './backoff.ts';
import { isGivenUpOn, verdictOf } from './failure-policy.ts';
import type { OutboxFailure, OutboxItem, OutboxState } from './outbox-item.ts';
import { changeItem, removeItem } from './outbox-store.ts';
import { turnAround } from './undo.ts';

/** Attempts before an item that fails for its own reason goes to the person: about an hour, with the pauses between. */
const MAX_ATTEMPTS = 16;

export type WriteClient = Pick<BrokerClient, 'createContact' | 'updateContact' | 'setInterests' | 'lookUp'>;

/** Whether the account can go on with its next item. */
export async function sendItem(client: WriteClient, id: string, now: () => number): Promise<boolean> {
  const item = await changeItem(id, (present) =>
    present.state.status === 'waiting' ? { ...present, state: { status: 'sending' } } : undefined,
  );
  if (item === undefined) return true;
  try {
    const contact = await write(client, item);
    const done = await note(id, { status: 'done', contactId: contact.id, atMs: now() }, null);
    if (done !== undefined) await turnAround(done, now());
    await release(item.accountId);
    return true;
  } catch (error) {
    return noteFailure(item, asBrokerError(error), now());
  }
}

function write(client: WriteClient, { operation, idempotencyKey }: OutboxItem): Promise<Contact> {
  switch (operation.kind) {
    case 'create':
      return client.createContact(operation.draft, { idempotencyKey });
    case 'update':
      return client.updateContact(operation.contactId, operation.changes, { idempotencyKey });
    case 'interests':
      return client.setInterests(operation.contactId, operation.changes, { idempotencyKey });
  }
}

async function noteFailure(item: OutboxItem, error: BrokerError, nowMs: number): Promise<boolean> {
  const { id, accountId } = item;
  const failure = toFailure(error);
  switch (verdictOf(error.slug)) {
    case 'hold':
      await hold(accountId, nowMs, error.retryAfterSeconds);
      await note(id, { status: 'waiting' }, failure);
      return true;
    case 'sign-in':
      await note(id, { status: 'waiting' }, null);
      return false;
    case 'later': {
      const attempts = item.attempts + 1;
      const isGivenUp = attempts >= MAX_ATTEMPTS && isGivenUpOn(error.slug);
      const state: OutboxState = isGivenUp ? { status: 'failed', failure } : { status: 'waiting' };
      const notBeforeMs = nowMs + backoffMs(attempts, error.retryAfterSeconds);
      await changeItem(id, (present) => ({ ...present, state, attempts, notBeforeMs, lastFailure: failure }));
      return true;
    }
    case 'decide':
      if (await dropUndone(id)) return true;
      await note(id, { status: 'needs-decision', failure }, null);
      return true;
    case 'fail':
      if (await dropUndone(id)) return true;
      await note(id, { status: 'failed', failure }, null);
      return true;
  }
}

function note(id: string, state: OutboxState, lastFailure: OutboxFailure | null) {
  return changeItem(id, (present) => ({ ...present, state, lastFailure }));
}

/** The person has undone it, and it is certainly not in Envoke: nobody needs to decide about it any more. */
function dropUndone(id: string): Promise<boolean> {
  return removeItem(id, ({ undoneBecause }) => undoneBecause !== undefined);
}

function toFailure({ slug, requestId, envokeErrors, errors, contact }: BrokerError): OutboxFailure {
  return { slug, requestId, envokeErrors, errors, contact };
}

/** Any other error (for example a closed key store) may be temporary: the same key makes a repeat harmless. */
function asBrokerError(error: unknown): BrokerError {
  return error instanceof BrokerError ? error : new BrokerError('bad-answer', { cause: error });
}
