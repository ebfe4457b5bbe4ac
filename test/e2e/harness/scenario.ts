/**
 * What most scenarios begin with: a browser that nobody has used the extension in, and a broker and an Envoke of their
 * own. Starting Chromium costs more than most scenarios do, so those of a lane share one, wiped between them.
 */
import { test } from 'vitest';
import { type ChromiumUnderTest, openChromium } from './chromium.ts';
import { startRig } from './rig.ts';
import { wipe } from './wipe.ts';

interface SharedChromium {
  chromium: ChromiumUnderTest;
  isUsed: boolean;
}

export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from it which fixtures are asked for
  .extend('shared', { scope: 'worker' }, async ({}, { onCleanup }): Promise<SharedChromium> => {
    const chromium = await openChromium();
    onCleanup(() => chromium.close());
    return { chromium, isUsed: false };
  })
  .extend('chromium', { scope: 'file' }, async ({ shared }) => {
    if (shared.isUsed) await wipe(shared.chromium);
    shared.isUsed = true;
    return shared.chromium;
  })
  // biome-ignore lint/correctness/noEmptyPattern: the same
  .extend('rig', { scope: 'file' }, async ({}, { onCleanup }) => {
    const rig = await startRig();
    onCleanup(() => rig.close());
    return rig;
  });
