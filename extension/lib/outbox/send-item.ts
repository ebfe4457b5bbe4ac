/** One attempt at one item, and the result that is stored. */
import type { Contact, VoidedWrite } from '../../../shared/schemas/contact.ts';
import type { BrokerClient } from '../broker-client/broker-client.ts';
import { BrokerError } from '../broker-client/broker-error.ts';
import { hold, release } from './account-backoff.ts';
import { backoffMs } from './backoff.ts';
import { isGivenUpOn, leavesNothing, mayHaveLeft, verdictOf } from './failure-policy.ts';
import type { OutboxFailure, OutboxItem, OutboxOperation, OutboxState } from './outbox-item.ts';
import { changeItem, loadOutbox, removeItem } from './outbox-store.ts';
import { turnAround } from './undo.ts';

/** Attempts before an item that fails for its own reason goes to the person: about an hour, with the pauses between. */
const MAX_ATTEMPTS = 16;

export type WriteClient = Pick<
  BrokerClient,
  'createContact' | 'updateContact' | 'setInterests' | 'unsubscribe' | 'voidWrite' | 'lookUp'
>;

/** Whether the account can go on with its next item. */
export async function sendItem(client: WriteClient, id: string, now: () => number): Promise<boolean> {
  let hadLeft = false;
  const item = await changeItem(id, (present) => {
    if (present.state.status !== 'waiting') return undefined;
    hadLeft = mayHaveLeft(present);
    return { ...present, state: { status: 'sending' }, mayHaveLeft: true };
  });
  if (item === undefined) return true;
  const wasOffline = navigator.onLine === false;
  try {
    if (item.undoneBecause === undefined) await noteDone(id, (await write(client, item)).id, now());
    else await settleUndone(client, item, now());
    await release(item.accountId);
    return true;
  } catch (error) {
    const failure = asBrokerError(error);
    const hasLeft = hadLeft || !(leavesNothing(failure.slug) || (wasOffline && failure.slug === 'offline'));
    return noteFailure({ ...item, mayHaveLeft: hasLeft }, failure, now());
  }
}

export async function noteDone(id: string, contactId: string, atMs: number): Promise<void> {
  const done = await note(id, { state: { status: 'done', contactId, atMs }, lastFailure: null });
  if (done?.undoneBecause !== undefined) await turnAround(done, (await loadOutbox()).items, atMs);
}

/** Finds out whether Envoke has a write that the person has undone; where it does not, it never will. */
async function settleUndone(client: WriteClient, item: OutboxItem, nowMs: number): Promise<void> {
  const { id, operation, idempotencyKey } = item;
  const written = toVoided(operation);
  const { contact_id } =
    written === null
      ? { contact_id: null }
      : await client.voidWrite(written, { idempotencyKey }).catch(asUnknown);
  if (contact_id === null) await removeItem(id, () => true);
  else await noteDone(id, contact_id, nowMs);
}

/** A broker of an earlier version does not have the question: it is asked again, since it may be updated soon. */
function asUnknown(cause: unknown): never {
  const isEarlier =
    cause instanceof BrokerError && (cause.slug === 'not-found' || cause.slug === 'method-not-allowed');
  throw isEarlier ? new BrokerError('bad-answer', { cause }) : cause;
}

/** The write as the broker is asked about it; null for one that is never undone. */
export function toVoided(operation: OutboxOperation): VoidedWrite | null {
  switch (operation.kind) {
    case 'create':
      return { create: operation.draft };
    case 'update':
      return { id: operation.contactId, update: operation.changes };
    case 'interests':
      return { id: operation.contactId, interests: operation.changes };
    case 'unsubscribe':
      return null;
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
    case 'unsubscribe':
      return client.unsubscribe(operation.contactId, operation.said, { idempotencyKey });
  }
}

/** @param item as it was sent, with what is known since of whether it left */
async function noteFailure(item: OutboxItem, error: BrokerError, nowMs: number): Promise<boolean> {
  const { id, accountId, mayHaveLeft: hasLeft = true } = item;
  const failure = toFailure(error);
  const waits = { state: { status: 'waiting' }, lastFailure: failure, mayHaveLeft: hasLeft } as const;
  switch (verdictOf(error.slug)) {
    case 'hold':
      await hold(accountId, nowMs, error.retryAfterSeconds);
      await note(id, waits);
      break;
    case 'sign-in':
      await note(id, { ...waits, lastFailure: null });
      break;
    case 'later': {
      const attempts = item.attempts + 1;
      const isGivenUp = attempts >= MAX_ATTEMPTS && isGivenUpOn(error.slug);
      const state: OutboxState = isGivenUp ? { status: 'failed', failure } : { status: 'waiting' };
      const notBeforeMs = nowMs + backoffMs(attempts, error.retryAfterSeconds);
      await note(id, { ...waits, state, attempts, notBeforeMs });
      break;
    }
    case 'decide':
      await note(id, { ...waits, state: { status: 'needs-decision', failure }, lastFailure: null });
      break;
    case 'fail':
      await note(id, { ...waits, state: { status: 'failed', failure }, lastFailure: null });
      break;
  }
  if (item.undoneBecause === undefined) await settleUndoneMeanwhile(id, hasLeft);
  return verdictOf(error.slug) !== 'sign-in';
}

/**
 * The person has undone a write while it was being sent. Where nothing of it is at Envoke, nobody needs to decide about it
 * any more; otherwise it is found out at once.
 */
async function settleUndoneMeanwhile(id: string, hasLeft: boolean): Promise<void> {
  const isUndone = ({ undoneBecause }: OutboxItem) => undoneBecause !== undefined;
  if (!hasLeft) {
    await removeItem(id, isUndone);
    return;
  }
  await changeItem(id, (present) =>
    isUndone(present) ? { ...present, state: { status: 'waiting' }, attempts: 0 } : undefined,
  );
}

function note(id: string, known: Partial<OutboxItem>) {
  return changeItem(id, (present) => ({ ...present, ...known }));
}

function toFailure({ slug, requestId, envokeErrors, errors, contact }: BrokerError): OutboxFailure {
  return { slug, requestId, envokeErrors, errors, contact };
}

/** Any other error (for example a closed key store) may be temporary: the same key makes a repeat harmless. */
function asBrokerError(error: unknown): BrokerError {
  return error instanceof BrokerError ? error : new BrokerError('bad-answer', { cause: error });
}
