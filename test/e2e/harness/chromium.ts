/** A headless Chromium with the extension in it and a profile that is thrown away, behind the recording proxy. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { vi } from 'vitest';
import { closeWelcome } from '../../../scripts/screenshots/welcome-tab.ts';
import { CHROME_EXTENSION_ID } from '../../../shared/client.ts';
import type { BrowserUnderTest } from './browser-under-test.ts';
import { killProcess } from './kill-process.ts';
import { ownLane } from './lanes.ts';
import { PopupPage } from './popup-page.ts';
import { startRecordingProxy } from './recording-proxy.ts';
import { ServiceWorkerHandle } from './service-worker.ts';
import { wipe } from './wipe.ts';

const EXTENSION_URL = `chrome-extension://${CHROME_EXTENSION_ID}/`;
const POPUP_URL = `${EXTENSION_URL}popup.html`;

export interface ChromiumUnderTest extends BrowserUnderTest {
  /** Its background, in which a scenario can run code of its own. */
  worker: ServiceWorkerHandle;
}

/**
 * @param before the profile that an earlier one has left; else a new one
 * @param extension the folder to load; else this lane's copy
 */
export async function openChromium(
  before?: string,
  extension = ownLane().chromium.extension,
): Promise<ChromiumUnderTest> {
  const profile = before ?? (await mkdtemp(join(tmpdir(), 'contacts-for-envoke-')));
  const proxy = await startRecordingProxy();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ownLane().browser.path,
    headless: false,
    proxy: { server: `http://127.0.0.1:${proxy.port}`, bypass: '<-loopback>' },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(process.env.HEADED ? [] : ['--headless=new']),
      '--no-sandbox',
      '--disable-gpu',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--remote-debugging-port=0',
    ],
  });
  const quit = async () => {
    await context.close();
    await proxy.close();
  };
  if (before === undefined) await closeWelcome(context, EXTENSION_URL);
  const worker = new ServiceWorkerHandle(context);
  const browser: ChromiumUnderTest = {
    kind: 'chromium',
    context,
    proxy,
    profile,
    extensionUrl: (name) => EXTENSION_URL + name,
    background: worker,
    worker,
    openPopup: async () => new PopupPage(await openPage(context, POPUP_URL)),
    openedPopup: async () => new PopupPage(await openedPopup(profile)),
    openExtensionPage: (name) => openPage(context, EXTENSION_URL + name),
    openPage: (url) => openPage(context, url),
    allowBroker: (isAllowed) => allowHosts(context, isAllowed),
    wipe: () => wipe(browser),
    quit,
    async kill() {
      await killProcess(context, await processId(context));
      await proxy.close();
    },
    async close() {
      await quit();
      await rm(profile, { recursive: true, force: true });
    },
  };
  return browser;
}

/** For what only Chromium has. @throws {Error} in a run that is about Firefox */
export function asChromium(browser: BrowserUnderTest): ChromiumUnderTest {
  if ('worker' in browser) return browser as ChromiumUnderTest;
  throw new Error(
    'This scenario asks for Chromium, and runs in Firefox: it must be listed in firefox-cannot.ts.',
  );
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function processId(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (browser === undefined) throw new Error('Chromium does not tell which process it is.');
  return browser.id;
}

/** On the browser's own page about extensions, which has this as a choice. */
async function allowHosts(context: BrowserContext, isAllowed: boolean): Promise<void> {
  const page = await openPage(context, 'chrome://extensions');
  const hostAccess = isAllowed ? 'ON_ALL_SITES' : 'ON_CLICK';
  await page.evaluate((choice) => chrome.developerPrivate.updateExtensionConfiguration(choice), {
    extensionId: CHROME_EXTENSION_ID,
    hostAccess,
  });
  await page.close();
}

/** The part of Chromium's API that its own page has. */
declare const chrome: {
  developerPrivate: { updateExtensionConfiguration(choice: object): Promise<void> };
};

/** Playwright does not follow a popup as it opens; a second connection finds it among the pages that are there. */
async function openedPopup(profile: string): Promise<Page> {
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return vi.waitFor(
    async () => {
      const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const pages = connection.contexts().flatMap((context) => context.pages());
      const popup = pages.find((page) => page.url().startsWith(POPUP_URL));
      if (popup) return popup;
      await connection.close();
      throw new Error('The extension has not opened its popup.');
    },
    { timeout: 10_000, interval: 100 },
  );
}
