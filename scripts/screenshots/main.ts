/**
 * Takes a picture of every view, light and dark, in English and French, into `docs/screenshots/` or the folder given.
 * Further words choose views by name: `node scripts/screenshots/main.ts FOLDER find add`. Without any, the stores' pictures
 * are made too.
 * `--shapes` adds each view at 320 pixels, at 200 % and in forced colours.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { ENLARGED, LOOKS, NARROW, putOn } from './looks.ts';
import type { Scene } from './scene.ts';
import { SCENES, SIGNED_OUT } from './scenes.ts';
import { connect, type Stage, setStage } from './stage.ts';
import { takeStorePictures } from './store.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { shapes: { type: 'boolean' } },
});
const [folder = 'docs/screenshots', ...names] = positionals;
const wanted = ({ name }: Scene) => names.length === 0 || names.includes(name);

/** The looks change under the view, as settings do. */
async function take(stage: Stage, scene: Scene): Promise<void> {
  const page = await scene.show(stage);
  // An element that was under the pointer before would look selected.
  await page.mouse.move(0, 0);
  for (const look of LOOKS) {
    await putOn(page, look);
    const path = join(folder, `${scene.name}-${look.theme}-${look.language}.png`);
    await page.screenshot({ path, animations: 'disabled' });
  }
  if (values.shapes) await takeShapes(page, scene);
  await scene.after?.(page);
  await page.close();
}

async function takeShapes(page: Page, scene: Scene): Promise<void> {
  const usual = page.viewportSize() ?? NARROW;
  const shapes = { narrow: { ...usual, width: NARROW.width }, enlarged: ENLARGED, forced: usual };
  for (const language of ['en', 'fr'] as const) {
    await putOn(page, { theme: 'light', language });
    for (const [shape, size] of Object.entries(shapes)) {
      await page.setViewportSize(size);
      await page.emulateMedia({ forcedColors: shape === 'forced' ? 'active' : 'none' });
      await page.screenshot({
        path: join(folder, `${scene.name}-${shape}-${language}.png`),
        animations: 'disabled',
      });
    }
  }
  await page.setViewportSize(usual);
  await page.emulateMedia({ forcedColors: null });
}

await mkdir(folder, { recursive: true });
const stage = await setStage();
try {
  for (const scene of SIGNED_OUT.filter(wanted)) await take(stage, scene);
  const popup = await stage.open('popup.html');
  await connect(popup);
  await popup.close();
  for (const scene of SCENES.filter(wanted)) {
    await take(stage, scene).catch((error: unknown) => {
      console.error(`${scene.name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      process.exitCode = 1;
    });
  }
  if (names.length === 0 && process.exitCode === undefined) await takeStorePictures(stage.context, folder);
} finally {
  await stage.close();
}
