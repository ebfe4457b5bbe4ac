/** How long one piece of work blocks the thread. */
import { setImmediate as turn } from 'node:timers/promises';

/** Of any answer that is refused. */
export const HELD_MAX_MS = 50;

/** A busy machine makes two of three tries too long, whatever the code does; one that blocks is too long in all of them. */
const TRIES_MAX = 12;

/**
 * The processor time, in milliseconds, of the longest stretch that blocks the thread. The machine's other work does not
 * count. A result that is too long is measured again, since it may include a garbage collection that other code has
 * caused.
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
