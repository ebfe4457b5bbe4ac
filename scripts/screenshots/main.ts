/**
 * Takes a picture of every view, light and dark, in English and French, into `docs/screenshots/` or the folder given.
 * Further words choose views by name: `node scripts/screenshots/main.ts FOLDER find add`. Without any, the stores' pictures
 * are made too.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LOOKS, putOn } from './looks.ts';
import { SCENES, type Scene, SIGNED_OUT } from './scenes.ts';
import { connect, type Stage, setStage } from './stage.ts';
import { takeStorePictures } from './store.ts';

const [folder = 'docs/screenshots', ...names] = process.argv.slice(2);
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
  await scene.after?.(page);
  await page.close();
}

await mkdir(folder, { recursive: true });
const stage = await setStage();
try {
  if (wanted(SIGNED_OUT)) await take(stage, SIGNED_OUT);
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
