/** The extension's background in Firefox: an event page, reached from the browser's own side. */
import type { BrowserContext, Page } from 'playwright-core';
import { FIREFOX_ADDON_ID } from '../../../shared/client.ts';
import type { Background, MenuClick } from './browser-under-test.ts';
import { type FirefoxExtension, inFirefox } from './in-firefox.ts';

export class EventPageHandle implements Background {
  readonly #context: BrowserContext;

  constructor(context: BrowserContext) {
    this.#context = context;
  }

  async clickMenu(page: Page, click: MenuClick): Promise<void> {
    await page.bringToFront();
    const details = { editable: false, modifiers: [], pageUrl: page.url(), ...click };
    await inFirefox(this.#context, openPopupsAsTabs, FIREFOX_ADDON_ID);
    await inFirefox(this.#context, dispatchMenuClick, FIREFOX_ADDON_ID, details);
  }

  async enterInAddressBar(text: string): Promise<void> {
    await inFirefox(this.#context, openPopupsAsTabs, FIREFOX_ADDON_ID);
    await inFirefox(this.#context, dispatchEntered, FIREFOX_ADDON_ID, text);
  }

  async alter<Api>(page: Page, change: (api: Api) => void): Promise<void> {
    await page.evaluate(
      `browser.runtime.getBackgroundPage().then((background) => (${change})(background.browser))`,
    );
  }

  async kill(_page: Page): Promise<void> {
    await inFirefox(this.#context, terminate, FIREFOX_ADDON_ID);
  }
}

/**
 * Runs inside Firefox. The popup that the extension asks for would be a part of Firefox's own window, which WebDriver BiDi does
 * not reach.
 */
function openPopupsAsTabs(id: string): void {
  const { extension } = WebExtensionPolicy.getByID(id);
  const parent = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const button = parent.ExtensionParent.apiManager.global.browserActionFor(extension);
  button.openPopup = async ({ gBrowser }) => {
    gBrowser.selectedTab = gBrowser.addTrustedTab(button.action.getPopupUrl(gBrowser.selectedTab));
  };
}

/** Runs inside Firefox. */
function dispatchMenuClick(id: string, details: object): void {
  const { selectedTab } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser;
  WebExtensionPolicy.getByID(id).extension.emit('webext-menu-menuitem-click', details, selectedTab);
}

/** Runs inside Firefox. */
function dispatchEntered(id: string, text: string): void {
  WebExtensionPolicy.getByID(id).extension.emit('webext-omnibox-input-entered', text, 'currentTab');
}

/** Runs inside Firefox. */
async function terminate(id: string): Promise<void> {
  await WebExtensionPolicy.getByID(id).extension.terminateBackground({ disableResetIdleForTest: true });
}

interface FirefoxWindow {
  gBrowser: { selectedTab: unknown; addTrustedTab(url: string): unknown };
}
interface ToolbarButton {
  action: { getPopupUrl(tab: unknown): string };
  openPopup(window: FirefoxWindow): Promise<void>;
}
declare const WebExtensionPolicy: { getByID(id: string): { extension: FirefoxExtension } };
declare const Services: { wm: { getMostRecentWindow(kind: string): FirefoxWindow } };
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionParent: {
      apiManager: { global: { browserActionFor(extension: FirefoxExtension): ToolbarButton } };
    };
  };
};
