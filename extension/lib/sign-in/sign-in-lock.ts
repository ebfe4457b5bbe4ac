/**
 * The worker that runs a sign-in holds a lock. The browser frees the lock when that worker dies, which is how the
 * others find out.
 */

import { follow } from '../storage/follow.ts';
import type { SignInProgress } from './progress.ts';
import { signInProgressItem } from './progress-item.ts';

const LOCK = 'sign-in';
const CLAIM_PAUSE_MS = 40;
/** A sign-in that has just ended releases its lock within this time. */
const CLAIM_TRIES = 3;

/**
 * Runs one sign-in; resolves to false when another one is running. `onClaimed` is called when it begins. Whoever only looks
 * whether a sign-in runs (the background does, as it starts) is waited for: the click that woke it still counts.
 */
export async function withSignInLock(onClaimed: () => void, run: () => Promise<void>): Promise<boolean> {
  let refusals = 0;
  while (refusals < CLAIM_TRIES) {
    const claimed = await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock === null) return false;
      onClaimed();
      await run();
      return true;
    });
    if (claimed) return true;
    if (await anotherSignInRuns()) refusals += 1;
    await new Promise((resolve) => setTimeout(resolve, CLAIM_PAUSE_MS));
  }
  return false;
}

async function anotherSignInRuns(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name, mode }) => name === LOCK && mode === 'exclusive');
}

/**
 * Asked by the worker that runs a sign-in: whether a view follows it. Such a view waits for the lock, and so may this worker
 * itself, from its start.
 */
export async function isSignInWatched(): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query();
  const runner = held.find(({ name }) => name === LOCK)?.clientId;
  return pending.some(({ name, clientId }) => name === LOCK && clientId !== runner);
}

/** Runs a task once nobody runs a sign-in, and before anybody can begin one. */
export async function whenNoSignInRuns(task: () => Promise<unknown>, signal?: AbortSignal): Promise<void> {
  await navigator.locks.request(LOCK, { mode: 'shared', ...(signal === undefined ? {} : { signal }) }, task);
}

/**
 * Turns a sign-in that is marked as running, though nobody runs it any more, into `interrupted`. One in a tab goes on.
 */
export function settleDeadSignIn(signal?: AbortSignal): Promise<void> {
  const settle = () =>
    signInProgressItem.update((progress) =>
      progress.status === 'running' && progress.step !== 'in-tab'
        ? {
            status: 'failed',
            failure: 'interrupted',
            atMs: progress.startedAtMs,
            requestId: null,
            reconnects: progress.reconnects,
          }
        : progress,
    );
  return whenNoSignInRuns(settle, signal);
}

/**
 * Calls back with every change of the progress, the present one first, and notices within moments when the worker that
 * ran it has died. Returns a function that stops it.
 */
export function watchSignIn(onChange: (progress: SignInProgress) => void): () => void {
  const stopped = new AbortController();
  const report = (progress: SignInProgress) => {
    if (stopped.signal.aborted) return;
    onChange(progress);
    if (progress.status === 'running') void settleDeadSignIn(stopped.signal).catch(() => undefined);
  };
  const unwatch = follow(signInProgressItem, report);
  return () => {
    stopped.abort();
    unwatch();
  };
}
