/** A headless Chromium with the extension in it and a profile that is thrown away, behind the recording proxy. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { vi } from 'vitest';
import { CHROME_EXTENSION_ID } from '../../../shared/client.ts';
import { ownLane } from './lanes.ts';
import { PopupPage } from './popup-page.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';
import { ServiceWorkerHandle } from './service-worker.ts';

const EXTENSION_URL = `chrome-extension://${CHROME_EXTENSION_ID}/`;
const POPUP_URL = `${EXTENSION_URL}popup.html`;

export interface ChromiumUnderTest {
  context: BrowserContext;
  worker: ServiceWorkerHandle;
  proxy: RecordingProxy;
  /** The profile's folder: everything the browser keeps. */
  profile: string;
  /** The popup, opened as a page of its own. */
  openPopup(): Promise<PopupPage>;
  /** The popup that the extension itself opened, over the page that is in front. */
  openedPopup(): Promise<PopupPage>;
  /** Opens a page of the extension, by its file's name. */
  openExtensionPage(name: string): Promise<Page>;
  /** Opens a page of the web. */
  openPage(url: string): Promise<Page>;
  /** Quits and leaves the profile, for {@link openChromium} to start with again. */
  quit(): Promise<void>;
  close(): Promise<void>;
}

/** @param before the profile that an earlier one has left; else a new one */
export async function openChromium(before?: string): Promise<ChromiumUnderTest> {
  const { path, extension } = ownLane().chromium;
  const profile = before ?? (await mkdtemp(join(tmpdir(), 'contacts-for-envoke-')));
  const proxy = await startRecordingProxy();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
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
  return {
    context,
    proxy,
    profile,
    worker: new ServiceWorkerHandle(context),
    openPopup: async () => new PopupPage(await openPage(context, POPUP_URL)),
    openedPopup: async () => new PopupPage(await openedPopup(profile)),
    openExtensionPage: (name) => openPage(context, EXTENSION_URL + name),
    openPage: (url) => openPage(context, url),
    quit,
    async close() {
      await quit();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

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
