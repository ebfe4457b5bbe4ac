/** A headless Firefox with the extension in it and a profile that is thrown away, behind the recording proxy. */
import { randomUUID } from 'node:crypto';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { FIREFOX_ADDON_ID } from '../../../shared/client.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';

export interface FirefoxUnderTest {
  browser: Browser;
  proxy: RecordingProxy;
  /** The popup, opened as a page of its own. */
  openPopup(): Promise<Page>;
  /** The next window that opens on a page of this origin. */
  nextWindow(origin: string): Promise<Page>;
  close(): Promise<void>;
}

export async function openFirefox(executablePath: string, extension: string): Promise<FirefoxUnderTest> {
  const proxy = await startRecordingProxy();
  const uuid = randomUUID();
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...proxyPreferences(proxy.port),
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ADDON_ID]: uuid }),
    },
  });
  await browser.installExtension(extension);
  return {
    browser,
    proxy,
    async openPopup() {
      const page = await browser.newPage();
      // Firefox reports no load event for a page of an extension.
      await page.goto(`moz-extension://${uuid}/popup.html`, { waitUntil: [] });
      return page;
    },
    async nextWindow(origin) {
      const target = await browser.waitForTarget((candidate) => candidate.url().startsWith(origin));
      const page = await target.page();
      if (!page) throw new Error(`The window at ${origin} is not a page.`);
      return page;
    },
    async close() {
      await browser.close();
      await proxy.close();
    },
  };
}

function proxyPreferences(port: number): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  };
}
