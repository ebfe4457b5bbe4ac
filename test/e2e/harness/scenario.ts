/**
 * What most scenarios begin with: a browser that nobody has used the extension in, and a broker and an Envoke of their
 * own. Starting a browser costs more than most scenarios do, so those of a lane share one, wiped between them.
 */
import { test } from 'vitest';
import type { BrowserUnderTest } from './browser-under-test.ts';
import { asChromium } from './chromium.ts';
import { openBrowser } from './open-browser.ts';
import { startRig } from './rig.ts';

interface SharedBrowser {
  browser: BrowserUnderTest;
  isUsed: boolean;
}

export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from it which fixtures are asked for
  .extend('shared', { scope: 'worker' }, async ({}, { onCleanup }): Promise<SharedBrowser> => {
    const browser = await openBrowser();
    onCleanup(() => browser.close());
    return { browser, isUsed: false };
  })
  .extend('browser', { scope: 'file' }, async ({ shared }) => {
    if (shared.isUsed) await shared.browser.wipe();
    shared.isUsed = true;
    return shared.browser;
  })
  .extend('chromium', { scope: 'file' }, ({ browser }) => asChromium(browser))
  // biome-ignore lint/correctness/noEmptyPattern: the same
  .extend('rig', { scope: 'file' }, async ({}, { onCleanup }) => {
    const rig = await startRig();
    onCleanup(() => rig.close());
    return rig;
  });
