/** Which item is sent next. Pure. */
import { emailKey } from '../../../shared/email-key.ts';
import { pauseLeftMs } from './backoff.ts';
import { contactIdOf, emailOfNew, type OutboxItem, type OutboxSnapshot } from './outbox-item.ts';

export type NextStep =
  | { kind: 'send'; item: OutboxItem }
  /** No item is ready sooner. */
  | { kind: 'wait'; forMs: number }
  | { kind: 'idle' };

/**
 * The items that are sent without the person: all that wait or are being sent, except those that a batch holds back.
 */
export function openItems({ items, batches }: OutboxSnapshot): OutboxItem[] {
  const halted = new Set(batches.filter(({ state }) => state !== 'running').map(({ id }) => id));
  const isHalted = ({ batchId }: OutboxItem) => batchId !== null && halted.has(batchId);
  return items.filter(
    (item) => item.state.status === 'sending' || (item.state.status === 'waiting' && !isHalted(item)),
  );
}

const isUnsubscribing = ({ operation }: OutboxItem) => operation.kind === 'unsubscribe';

/** Who it is about: Envoke's id, or the address of somebody to add. */
const whoOf = (item: OutboxItem) => contactIdOf(item) ?? emailKey(emailOfNew(item) ?? '');

/**
 * Of each contact the first that waits, or unsubscribing: a later change builds on those before it, also while one of them
 * is tried again. Of two adds of one address the first is the one that counts.
 */
function firstOfEach(waiting: readonly OutboxItem[]): OutboxItem[] {
  const firsts = new Map<string, OutboxItem>();
  for (const item of waiting) {
    const who = whoOf(item);
    if (!firsts.has(who) || isUnsubscribing(item)) firsts.set(who, item);
  }
  return [...firsts.values()];
}

/**
 * Unsubscribing goes first, whatever else waits. Then items with fewer attempts, so that a failing one never blocks the
 * others.
 */
export function nextStep(
  outbox: OutboxSnapshot,
  accountId: string,
  heldUntilMs: number,
  nowMs: number,
): NextStep {
  const waiting = firstOfEach(
    openItems(outbox).filter((item) => item.accountId === accountId && item.state.status === 'waiting'),
  );
  if (waiting.length === 0) return { kind: 'idle' };
  const heldMs = pauseLeftMs(heldUntilMs, nowMs);
  if (heldMs > 0) return { kind: 'wait', forMs: heldMs };
  const pauseOf = ({ notBeforeMs }: OutboxItem) => pauseLeftMs(notBeforeMs, nowMs);
  const rankOf = (item: OutboxItem) => (isUnsubscribing(item) ? -1 : item.attempts);
  const [first] = waiting.filter((item) => pauseOf(item) === 0).toSorted((a, b) => rankOf(a) - rankOf(b));
  if (first !== undefined) return { kind: 'send', item: first };
  return { kind: 'wait', forMs: Math.min(...waiting.map(pauseOf)) };
}
