/** Which item is sent next. Pure. */
import type { OutboxItem, OutboxSnapshot } from './outbox-item.ts';

export type NextStep =
  | { kind: 'send'; item: OutboxItem }
  /** Nothing is ready before this moment. */
  | { kind: 'wait'; untilMs: number }
  | { kind: 'idle' };

/** Items with fewer attempts go first, so that a bad one never stands in the way of the others. */
export function nextStep(
  { items, batches }: OutboxSnapshot,
  accountId: string,
  heldUntilMs: number,
  nowMs: number,
): NextStep {
  const paused = new Set(batches.filter(({ state }) => state !== 'running').map(({ id }) => id));
  const waiting = items.filter(
    (item) =>
      item.accountId === accountId &&
      item.state.status === 'waiting' &&
      !(item.batchId !== null && paused.has(item.batchId)),
  );
  if (waiting.length === 0) return { kind: 'idle' };
  if (heldUntilMs > nowMs) return { kind: 'wait', untilMs: heldUntilMs };
  const [first] = waiting
    .filter(({ notBeforeMs }) => notBeforeMs <= nowMs)
    .toSorted((a, b) => a.attempts - b.attempts);
  if (first !== undefined) return { kind: 'send', item: first };
  return { kind: 'wait', untilMs: Math.min(...waiting.map(({ notBeforeMs }) => notBeforeMs)) };
}
