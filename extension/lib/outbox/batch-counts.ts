/** How far a bulk add is, and what it waits for. Pure. */
import type { BrokerErrorSlug } from '../broker-client/broker-error.ts';
import { verdictOf } from './failure-policy.ts';
import { type OutboxBatch, type OutboxItem, statusOf } from './outbox-item.ts';
import { isUndoing, undoStateOf } from './undo-rules.ts';

export interface BatchProgress {
  total: number;
  /** Done, and not undone since. */
  done: number;
  failed: number;
  needsDecision: number;
  /** Waiting or being sent. */
  open: number;
  stopped: number;
  /** Undone once they had left, or being undone. */
  undone: number;
  /** Taken out before they left: by an undo, or one by one. */
  takenOut: number;
  /** Of those who are done or undone: how many are only counted, since their items were removed. */
  removed: number;
  /**
   * The time until all are handled, at the pace so far; null before there is a pace, when nothing is being sent, and while
   * it is not known when the next one can be.
   */
  secondsLeft: number | null;
  /** Why somebody who waits was not sent at the last attempt; null where nobody was tried, and where nothing is sent. */
  waitsFor: BrokerErrorSlug | null;
}

/**
 * Counts over the items of one batch. Pure.
 * @param items the whole outbox: what was undone is said there, and an item that had left by then is in no batch any more
 */
export function batchProgress(batch: OutboxBatch, items: readonly OutboxItem[]): BatchProgress {
  const own = items.filter(({ batchId }) => batchId === batch.id);
  const withStatus = (...statuses: OutboxItem['state']['status'][]) =>
    own.filter((item) => statuses.includes(statusOf(item, [batch])));
  const done = withStatus('done');
  const open = withStatus('waiting', 'sending');
  const undone = done.filter((item) => undoStateOf(item, items) !== null).length;
  const left = items.filter((item) => item.batchId === null && isOf(item, batch));
  const present = new Set([...own, ...left].map(({ position }) => position));
  const removed = (positions: readonly number[] = []) => positions.filter((at) => !present.has(at)).length;
  const [removedDone, removedUndone] = [removed(batch.removed?.done), removed(batch.removed?.undone)];
  const waitsFor = batch.state === 'running' ? reasonOf(open, items) : null;
  return {
    total: batch.total,
    done: done.length - undone + removedDone,
    failed: withStatus('failed').length,
    needsDecision: withStatus('needs-decision').length,
    open: open.length,
    stopped: withStatus('stopped').length,
    undone: undone + left.length + removedUndone,
    takenOut: Math.max(0, batch.total - own.length - left.length - removedDone - removedUndone),
    removed: removedDone + removedUndone,
    secondsLeft: batch.state === 'running' && waitsFor === null ? secondsLeft(done, open.length) : null,
    waitsFor,
  };
}

/** Undoing what may have left takes it out of its batch; its id still says where it was. */
const isOf = (item: OutboxItem, batch: OutboxBatch) => !isUndoing(item) && item.id.startsWith(`${batch.id}:`);

/** The batch with what counts of these items once they are removed. @param items the whole outbox */
export function withRemoved(
  batch: OutboxBatch,
  removed: readonly OutboxItem[],
  items: readonly OutboxItem[],
): OutboxBatch {
  const arrived = removed.filter((item) => item.state.status === 'done' && isOf(item, batch));
  if (arrived.length === 0) return batch;
  const isUndone = (item: OutboxItem) => item.batchId === null || undoStateOf(item, items) !== null;
  const adding = (before: readonly number[] = [], more: readonly OutboxItem[]) => [
    ...new Set([...before, ...more.map(({ position }) => position)]),
  ];
  const { done, undone } = batch.removed ?? {};
  return {
    ...batch,
    removed: {
      done: adding(
        done,
        arrived.filter((item) => !isUndone(item)),
      ),
      undone: adding(undone, arrived.filter(isUndone)),
    },
  };
}

/** Its own last failure, or that of another write where that holds back the whole account. */
function reasonOf(open: readonly OutboxItem[], items: readonly OutboxItem[]): BrokerErrorSlug | null {
  if (open.length === 0) return null;
  const own = open.flatMap(({ lastFailure }) => lastFailure?.slug ?? []);
  const others = items.flatMap(({ state, lastFailure }) =>
    state.status === 'waiting' && lastFailure !== null ? lastFailure.slug : [],
  );
  return own[0] ?? others.find((slug) => verdictOf(slug) === 'hold') ?? null;
}

/** Envoke takes one call a second, and a person is one call. */
const SECONDS_EACH = 1;

function secondsLeft(done: readonly OutboxItem[], openCount: number): number | null {
  if (openCount === 0) return null;
  const doneAt = done.flatMap(({ state }) => (state.status === 'done' ? state.atMs : []));
  const sinceMs = Math.max(...doneAt) - Math.min(...doneAt);
  // The first calls go through at once, so the measured pace is limited to Envoke's own.
  const each = doneAt.length > 1 ? sinceMs / 1_000 / (doneAt.length - 1) : 0;
  return Math.ceil(openCount * Math.max(SECONDS_EACH, each));
}
