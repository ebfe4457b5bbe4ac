/** How long one piece of work keeps the thread from everybody else. */
import { setImmediate as turn } from 'node:timers/promises';

/** Of any answer that is refused. */
export const HELD_MAX_MS = 50;

const TRIES_MAX = 3;

/**
 * The thread's processor time of the longest stretch without a turn for others, in milliseconds: whatever else the machine
 * does is no part of it. Tried again when it is too long, since it may have a garbage collection in it that others have caused.
 */
export async function heldMs(work: () => Promise<unknown>): Promise<number> {
  let held = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES_MAX && held >= HELD_MAX_MS; tries += 1)
    held = await longestStretchMs(work);
  return held;
}

async function longestStretchMs(work: () => Promise<unknown>): Promise<number> {
  let isDone = false;
  const done = work().finally(() => {
    isDone = true;
  });
  let longest = 0;
  while (!isDone) {
    const before = process.threadCpuUsage();
    await turn();
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1_000);
  }
  await done;
  return longest;
}
