/** Whether storage has room for more: what is taken must also be finished, and finishing writes too. */
import { browser } from 'wxt/browser';

/** Kept free for the progress of what is there already, and for the rest of the extension. */
const RESERVE_BYTES = 1_048_576;

export async function hasRoomFor(bytes: number): Promise<boolean> {
  const { QUOTA_BYTES } = browser.storage.local;
  const inUse = await browser.storage.local.getBytesInUse(null);
  return inUse + bytes + RESERVE_BYTES <= (QUOTA_BYTES ?? FALLBACK_QUOTA_BYTES);
}

/** Firefox names no quota; Chrome's is kept to there as well. */
const FALLBACK_QUOTA_BYTES = 10_485_760;
