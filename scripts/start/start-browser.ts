/** Opens a browser with the extension in it, for the person who just typed `npm start`. */
import { resolve } from 'node:path';
import { launch } from 'puppeteer-core';
import { findBrowser } from '../browsers/find.ts';

export interface OpenBrowser {
  /** Executable that was opened. */
  path: string;
  close(): Promise<void>;
}

/** Opens on `page`. In words why not, where there is no Chromium, or no display to open it on. */
export async function openBrowser(
  extension: string,
  profile: string,
  page: string,
): Promise<OpenBrowser | string> {
  if (!hasDisplay()) return 'there is no display';
  const browser = await findBrowser('chromium');
  if (browser === undefined) return 'no Chromium was found';
  const running = await launch({
    executablePath: browser.path,
    headless: false,
    pipe: true,
    enableExtensions: [extension],
    userDataDir: resolve(profile),
    defaultViewport: null,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), page],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  return { path: browser.path, close: () => running.close() };
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
