/** Opens the browser that this run is about. */
import type { BrowserUnderTest } from './browser-under-test.ts';
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import { ownLane } from './lanes.ts';

const OPEN = { chromium: openChromium, firefox: openFirefox };

/**
 * @param before the profile that an earlier one has left; else a new one
 * @param extension the folder to load; else this lane's copy
 */
export function openBrowser(before?: string, extension?: string): Promise<BrowserUnderTest> {
  return OPEN[ownLane().browser.kind](before, extension);
}
