/** Whether storage has room for more: what is taken must also be finished, and finishing writes too. */
import { browser } from 'wxt/browser';

/** Kept free for the progress of what is there already, and for the rest of the extension. */
const RESERVE_BYTES = 1_048_576;
/** What the note of a failure adds to an item, with the contact that Envoke has instead. */
const NOTE_BYTES = 2_048;

/** @param bytes as much as `count` new items take when they are put in */
export async function hasRoomFor(bytes: number, count: number): Promise<boolean> {
  const { QUOTA_BYTES } = browser.storage.local;
  const inUse = await browser.storage.local.getBytesInUse(null);
  const wanted = bytes + count * NOTE_BYTES + RESERVE_BYTES;
  return inUse + wanted <= (QUOTA_BYTES ?? FALLBACK_QUOTA_BYTES);
}

/** Firefox names no quota; Chrome's is kept to there as well. */
const FALLBACK_QUOTA_BYTES = 10_485_760;
