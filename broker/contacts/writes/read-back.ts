/** Reading after a write: Envoke's reads may lag behind its writes for a moment. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';

/**
 * Reads, and reads once more after a short wait when the result does not show the write yet. Returns the last result;
 * undefined when no contact was found.
 */
export async function readBack(
  read: () => Promise<EnvokeContact | undefined>,
  showsWrite: (contact: EnvokeContact) => boolean,
  staleWaitMs: number,
): Promise<EnvokeContact | undefined> {
  const first = await read();
  if (first !== undefined && showsWrite(first)) return first;
  await sleep(staleWaitMs);
  return (await read()) ?? first;
}

/** For a write whose answer is known: the write succeeded even when the read fails. */
export async function orUndefined<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}
