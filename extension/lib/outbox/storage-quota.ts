/** Whether storage has room for more writes. An accepted write must also be finished, which writes to storage too. */
import { browser } from 'wxt/browser';

/** Space kept free for the progress of stored items, and for the rest of the extension. */
const RESERVE_BYTES = 1_048_576;
/** The size that a failure adds to an item, with the contact that Envoke has instead. */
const NOTE_BYTES = 2_048;

/** @param bytes as much as `count` new items take when they are put in */
export async function hasRoomFor(bytes: number, count: number): Promise<boolean> {
  const { QUOTA_BYTES } = browser.storage.local;
  const inUse = await browser.storage.local.getBytesInUse(null);
  const wanted = bytes + count * NOTE_BYTES + RESERVE_BYTES;
  return inUse + wanted <= (QUOTA_BYTES ?? FALLBACK_QUOTA_BYTES);
}

/** Firefox gives no quota, so Chrome's is used there too. */
const FALLBACK_QUOTA_BYTES = 10_485_760;
