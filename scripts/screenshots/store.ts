/** Puts pictures of views on the 1280 by 800 ground that the Chrome and Edge stores ask for, each with a line of text. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

/** CSS pixels, which are the file's pixels too. */
const SIZE = { width: 1280, height: 800 };

/** At most five, the first one first: it is what the stores show beside the name. */
const LINES = [
  {
    scene: 'find',
    en: 'Your Envoke contacts, found as you type',
    fr: 'Vos contacts Envoke, trouvés à mesure que vous tapez',
  },
  {
    scene: 'contact',
    en: 'Whether it is OK to email, why, and until when',
    fr: 'L’envoi est-il permis, pourquoi et jusqu’à quand',
  },
  {
    scene: 'page',
    en: 'Who on this page is in Envoke, and who is not',
    fr: 'Qui, sur cette page, est dans Envoke et qui ne l’est pas',
  },
  { scene: 'add', en: 'Added with proof of consent', fr: 'L’ajout, avec la preuve du consentement' },
  {
    scene: 'bulk',
    en: 'A whole list, looked through and added',
    fr: 'Toute une liste, vérifiée puis ajoutée',
  },
] as const;

const STYLE = `
  body { margin: 0; display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 64px; box-sizing: border-box;
    width: ${SIZE.width}px; height: ${SIZE.height}px; padding: 0 96px; background: #e0efe9; color: #0b3b30;
    font: 700 52px/1.2 system-ui, sans-serif; text-wrap: balance; }
  .mark { display: block; width: 72px; margin-bottom: 32px; }
  .view { display: block; height: 672px; border-radius: 16px; box-shadow: 0 24px 64px rgb(8 79 64 / 28%); }`;

const MARK = join(import.meta.dirname, '../../extension/public/icons/mark.svg');

async function dataUrl(path: string, type: string): Promise<string> {
  return `data:${type};base64,${(await readFile(path)).toString('base64')}`;
}

/** Makes the stores' pictures out of those of the views in `folder`; resolves when all are written. */
export async function takeStorePictures(context: BrowserContext, folder: string): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize(SIZE);
  const mark = await dataUrl(MARK, 'image/svg+xml');
  for (const [at, line] of LINES.entries())
    for (const language of ['en', 'fr'] as const) {
      const view = await dataUrl(join(folder, `${line.scene}-light-${language}.png`), 'image/png');
      await page.setContent(
        `<style>${STYLE}</style><div><img class="mark" src="${mark}">${line[language]}</div><img class="view" src="${view}">`,
      );
      const path = join(folder, `store-${at + 1}-${language}.png`);
      await page.screenshot({ path, scale: 'css' });
    }
  await page.close();
}
