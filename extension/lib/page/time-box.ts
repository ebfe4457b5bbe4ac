/** A page may answer late or never; the caller sets how long to wait. */

/** The value if it arrives in time, otherwise null. The work is not stopped; a late value is ignored. */
export async function inTime<Value>(work: Promise<Value>, maxMs: number): Promise<Value | null> {
  const { promise: isLate, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), maxMs);
  try {
    return await Promise.race([work, isLate]);
  } finally {
    clearTimeout(timer);
  }
}
