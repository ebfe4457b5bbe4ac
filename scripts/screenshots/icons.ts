/** Draws the PNG icons of the manifest from `extension/public/icons/mark.svg`, in a headless Chromium. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browsers/find.ts';
import { browserAdvice } from '../browsers/install.ts';

/** Sizes that Chrome, Edge and Firefox ask for, in CSS pixels. */
const SIZES = [16, 32, 48, 96, 128];
/** Those of a toolbar. */
const TOOLBAR_SIZES = [16, 32];
const FOLDER = join(import.meta.dirname, '../../extension/public/icons');
/** Colours of the mark, and what each is on a dark toolbar. */
const ON_DARK = { '#128069': '#6fe0c4', '#0a5747': '#37b597', '#fff': '#06342a' };

const light = await readFile(join(FOLDER, 'mark.svg'), 'utf8');
const dark = Object.entries(ON_DARK).reduce((svg, [from, to]) => svg.replaceAll(from, to), light);

const found = await findBrowser('chromium');
if (found === undefined) throw new Error(`No Chromium was found. ${browserAdvice('chromium')}`);
const browser = await chromium.launch({
  executablePath: found.path,
  args: ['--no-sandbox'],
});

async function draw(svg: string, size: number, name: string): Promise<void> {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin:0"><img width="${size}" height="${size}" style="display:block" src="${source}">`,
  );
  await page.screenshot({ path: join(FOLDER, `${name}.png`), omitBackground: true });
  await page.close();
}

try {
  for (const size of SIZES) await draw(light, size, String(size));
  for (const size of TOOLBAR_SIZES) await draw(dark, size, `dark-${size}`);
} finally {
  await browser.close();
}
