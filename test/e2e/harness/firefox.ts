/** A headless Firefox with the extension in it and a profile that is thrown away, behind the recording proxy. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, firefox, type Page } from 'playwright-core';
import { vi } from 'vitest';
import { closeWelcome } from '../../../scripts/screenshots/welcome-tab.ts';
import { FIREFOX_ADDON_ID } from '../../../shared/client.ts';
import type { BrowserUnderTest } from './browser-under-test.ts';
import { EventPageHandle } from './event-page.ts';
import { bidiOf, mendConnection } from './firefox-connection.ts';
import { type FirefoxExtension, inFirefox } from './in-firefox.ts';
import { killProcess } from './kill-process.ts';
import { ownLane } from './lanes.ts';
import { PopupPage } from './popup-page.ts';
import { startRecordingProxy } from './recording-proxy.ts';

/** The extension's address; else Firefox makes up one for each profile. */
const UUID = '3d0c6f52-7b5e-4a55-9b0f-5c1d4f0a8e21';
const KEEP_STORAGE = 'extensions.webextensions.keepStorageOnUninstall';
const extensionUrl = (name: string) => `moz-extension://${UUID}/${name}`;

/**
 * @param before the profile that an earlier one has left; else a new one
 * @param extension the folder to load; else this lane's copy
 */
export async function openFirefox(
  before?: string,
  extension = ownLane().firefox.extension,
): Promise<BrowserUnderTest> {
  const profile = before ?? (await mkdtemp(join(tmpdir(), 'contacts-for-envoke-')));
  const proxy = await startRecordingProxy();
  mendConnection();
  const context = await firefox.launchPersistentContext(profile, {
    channel: 'moz-firefox',
    executablePath: ownLane().browser.path,
    headless: true,
    viewport: null,
    args: ['--remote-allow-system-access'],
    firefoxUserPrefs: {
      ...proxyPreferences(proxy.port),
      // Each of its windows takes itself for the one that the person looks at.
      'focusmanager.testmode': true,
      // As `grantPermissions` gives it in Chromium.
      'dom.events.testing.asyncClipboard': true,
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ADDON_ID]: UUID }),
      // An extension that Mozilla has not signed goes when Firefox quits, and is installed again. Its address and storage stay.
      'extensions.webextensions.keepUuidOnUninstall': true,
      [KEEP_STORAGE]: true,
    },
  });
  const send = bidiOf(context);
  const install = () => send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  await install();
  if (before === undefined) await closeWelcome(context, extensionUrl(''));
  await inFirefox(context, keepFocusOnPages);
  const openPage = async (url: string) => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  const quit = async () => {
    await context.close();
    await proxy.close();
  };
  return {
    kind: 'firefox',
    context,
    proxy,
    profile,
    extensionUrl,
    background: new EventPageHandle(context),
    openPopup: async () => new PopupPage(await openPage(extensionUrl('popup.html'))),
    openedPopup: async () => new PopupPage(await openedPopup(context, extensionUrl('popup.html'))),
    openExtensionPage: (name) => openPage(extensionUrl(name)),
    openPage,
    allowBroker: (isAllowed) => inFirefox(context, allowHosts, FIREFOX_ADDON_ID, isAllowed),
    async wipe() {
      const before = context.pages();
      await context.newPage();
      await Promise.all(before.map((used) => used.close()));
      await inFirefox(context, setPreference, KEEP_STORAGE, false);
      await send('webExtension.uninstall', { extension: FIREFOX_ADDON_ID });
      await inFirefox(context, setPreference, KEEP_STORAGE, true);
      await context.clearCookies();
      await install();
      await closeWelcome(context, extensionUrl(''));
      proxy.forget();
    },
    quit,
    async kill() {
      await killProcess(context, await inFirefox(context, () => Services.appinfo.processID));
      await proxy.close();
    },
    async close() {
      await quit();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Runs inside Firefox. From the last control of a tab, Tab goes on to the toolbar; the popup has none to go on to. */
function keepFocusOnPages(): void {
  const keep = (window: FirefoxWindow) =>
    window.addEventListener('focusin', ({ target }) => {
      const page = window.gBrowser?.selectedBrowser;
      if (target !== page) page?.focus();
    });
  for (const window of Services.wm.getEnumerator('navigator:browser')) keep(window);
  Services.ww.registerNotification((window, topic) => {
    if (topic === 'domwindowopened') keep(window);
  });
}

/** Runs inside Firefox: as on its page about extensions, under "Permissions". */
async function allowHosts(id: string, isAllowed: boolean): Promise<void> {
  const { extension } = WebExtensionPolicy.getByID(id);
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const hosts = { permissions: [], origins: extension.manifest.host_permissions };
  await ExtensionPermissions[isAllowed ? 'add' : 'remove'](id, hosts, extension);
}

/** Runs inside Firefox. */
function setPreference(name: string, value: boolean): void {
  Services.prefs.setBoolPref(name, value);
}

interface FirefoxWindow extends EventTarget {
  gBrowser?: { selectedBrowser: HTMLElement };
}
type ChangePermissions = (id: string, hosts: object, extension: FirefoxExtension) => Promise<void>;
declare const WebExtensionPolicy: { getByID(id: string): { extension: FirefoxExtension } };
declare const ChromeUtils: {
  importESModule(url: string): { ExtensionPermissions: Record<'add' | 'remove', ChangePermissions> };
};
declare const Services: {
  appinfo: { processID: number };
  prefs: { setBoolPref(name: string, value: boolean): void };
  wm: { getEnumerator(kind: string): Iterable<FirefoxWindow> };
  ww: { registerNotification(observe: (window: FirefoxWindow, topic: string) => void): void };
};

function openedPopup(context: BrowserContext, popupUrl: string): Promise<Page> {
  return vi.waitFor(
    () => {
      const popup = context.pages().findLast((page) => page.url().startsWith(popupUrl));
      if (popup) return popup;
      throw new Error('The extension has not opened its popup.');
    },
    { timeout: 10_000, interval: 100 },
  );
}

function proxyPreferences(port: number): Record<string, string | number | boolean> {
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
