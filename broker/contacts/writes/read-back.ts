/** Reading after a write: Envoke's reads may lag behind its writes for a moment. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { EnvokeContact } from '../../envoke/envoke-contact.ts';

/**
 * Reads, and once more after a short wait when what came does not show the write yet. What was read last is the answer,
 * undefined when nobody was found.
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

/** For a write whose answer is known: without the reading the write is no less done. */
export async function orUndefined<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}
