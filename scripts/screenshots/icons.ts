/** Draws the PNG icons of the manifest from `extension/public/icons/mark.svg`, in a headless Chromium. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Sizes that Chrome, Edge and Firefox ask for, in CSS pixels. */
const SIZES = [16, 32, 48, 96, 128] as const;
const FOLDER = join(import.meta.dirname, '../../extension/public/icons');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const svg = (await readFile(join(FOLDER, 'mark.svg'))).toString('base64');
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<body style="margin:0"><img width="${size}" height="${size}" style="display:block" src="data:image/svg+xml;base64,${svg}">`,
    );
    await page.screenshot({ path: join(FOLDER, `${size}.png`), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
