/** A page answers when it likes, or never; whoever waits for one says for how long. */

/** The value if it comes in time, else null. Does not stop the work; what comes late is let go. */
export async function inTime<Value>(work: Promise<Value>, maxMs: number): Promise<Value | null> {
  const { promise: isLate, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), maxMs);
  try {
    return await Promise.race([work, isLate]);
  } finally {
    clearTimeout(timer);
  }
}
