/** The addresses on the page in front of the person, read when asked and not before. */
import { browser } from 'wxt/browser';
import { isReadEmail } from '../../../shared/email-address.ts';
import { emailKey } from '../../../shared/email-key.ts';
import { LOOKUP_MAX_EMAILS } from '../../../shared/limits.ts';
import { findAddresses } from '../capture/details/find-addresses.ts';
import { isArrayOf, isBoolean, isOptional, isShaped, isString } from '../storage/guards.ts';
import { type AddressBudget, type FoundAddresses, findAddressesInPage } from './in-page-addresses.ts';
import type { PageAddresses } from './page-source.ts';
import { inTime } from './time-box.ts';

/** One look-up's worth; a long page is read to its end, in stretches that nobody at the page notices. */
const BUDGET: AddressBudget = {
  maxAddresses: LOOKUP_MAX_EMAILS,
  maxPassages: 200,
  maxChars: 4_000_000,
  maxMs: 800,
  stretchMs: 50,
};

/** For all frames together, and again for the page alone; more than the reading itself may take. */
const MAX_WAIT_MS = 1_000;

const isFound = isShaped<FoundAddresses>({
  url: isString,
  title: isString,
  addresses: isArrayOf(isString),
  passages: isOptional(isArrayOf(isString)),
  complete: isBoolean,
});

/** Null where the browser lets no extension read (its own pages, the store) or the person did not open the popup here. */
export async function readPageAddresses(): Promise<PageAddresses | null> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined) return null;
    const { id: tabId } = tab;
    const read = (target: { tabId: number; allFrames?: true }) =>
      inTime(
        browser.scripting.executeScript({
          target,
          func: findAddressesInPage,
          args: [BUDGET],
          injectImmediately: true,
        }),
        MAX_WAIT_MS,
      );
    // One frame that hangs must not hide what the page itself says.
    const frames = (await read({ tabId, allFrames: true })) ?? (await read({ tabId }));
    return frames === null ? null : mergeFrames(frames.map(({ result }) => result as unknown));
  } catch {
    return null;
  }
}

/** The first frame is the page itself. Pure; what a frame answers is checked, since the page is not ours. */
export function mergeFrames(results: readonly unknown[]): PageAddresses | null {
  const frames = results.filter(isFound);
  const [page] = frames;
  if (page === undefined) return null;
  const passages = frames.flatMap((frame) => frame.passages ?? []).join('\n');
  const spelled = findAddresses(passages, [], LOOKUP_MAX_EMAILS);
  const read = [...frames.flatMap((frame) => frame.addresses), ...spelled].filter(isReadEmail);
  // One mailbox in two spellings of its domain is one address: the first one counts.
  const byKey = Map.groupBy(read, emailKey);
  const addresses = [...byKey.values()].flatMap((spellings) => spellings.slice(0, 1));
  return {
    url: page.url,
    title: page.title,
    addresses: addresses.slice(0, LOOKUP_MAX_EMAILS),
    complete: addresses.length <= LOOKUP_MAX_EMAILS && frames.every(({ complete }) => complete),
  };
}
