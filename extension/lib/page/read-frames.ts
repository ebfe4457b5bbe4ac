/** Runs the page reader in all frames of a tab that the browser lets the extension read. */
import { browser } from 'wxt/browser';
import { isArrayOf, isBoolean, isOptional, isShaped, isString } from '../storage/guards.ts';
import type { PageReading, ReadingRequest } from './in-page/reading.ts';
import { findAddressesInPage } from './in-page-addresses.ts';
import { inTime } from './time-box.ts';

/** A long page is read to its end, in stretches too short to notice. Memory storage holds ten megabytes in all. */
const BUDGET = { maxChars: 1_500_000, maxMs: 1_500, stretchMs: 25 } as const;
/** For all frames together; more than the reading itself may take. */
const MAX_WAIT_MS = 2_000;

const isReading = isShaped<PageReading>({
  url: isString,
  title: isString,
  text: isString,
  html: isString,
  open: isString,
  selected: isString,
  above: isOptional(isString),
  own: isArrayOf(isString),
  isDrawn: isBoolean,
  isPdf: isBoolean,
  isInFront: isBoolean,
  complete: isBoolean,
});

/** The reason for an empty result: the browser refuses access, or the tab does not answer in time. */
export async function readFrames(
  tabId: number,
  asked: Pick<ReadingRequest, 'from' | 'linkUrl'>,
  frameId: number | null = null,
): Promise<PageReading[] | 'closed' | 'silent'> {
  const read = async (target: Parameters<typeof browser.scripting.executeScript>[0]['target']) => {
    const frames = await inTime(
      browser.scripting.executeScript({
        target,
        func: findAddressesInPage,
        args: [{ ...BUDGET, ...asked }],
        // The visible content is already there; the page itself may load forever.
        injectImmediately: true,
      }),
      MAX_WAIT_MS,
    );
    // The page itself comes first. What a frame answers is checked, since the page is not ours.
    return frames
      ?.sort((a, b) => (a.frameId ?? 0) - (b.frameId ?? 0))
      .flatMap(({ result }) => [result].filter(isReading));
  };
  try {
    if (frameId !== null) return (await read({ tabId, frameIds: [frameId] })) ?? 'silent';
    // One frame that hangs must not hide what the page itself says.
    return (await read({ tabId, allFrames: true })) ?? (await read({ tabId })) ?? 'silent';
  } catch {
    return 'closed';
  }
}
