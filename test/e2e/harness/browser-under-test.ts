/** What scenarios know of the browser they run in: one face, which Chromium and Firefox each have an implementation of. */
import type { BrowserContext, Page } from 'playwright-core';
import type { Browser } from '../../../scripts/browsers/browser.ts';
import type { PopupPage } from './popup-page.ts';
import type { RecordingProxy } from './recording-proxy.ts';

export interface BrowserUnderTest {
  readonly kind: Browser['kind'];
  context: BrowserContext;
  background: Background;
  proxy: RecordingProxy;
  /** The profile's folder: everything the browser keeps. */
  profile: string;
  /** The address of a page of the extension, by its file's name. */
  extensionUrl(name: string): string;
  /** The popup, opened as a page of its own. */
  openPopup(): Promise<PopupPage>;
  /** The popup that the extension itself opened, over the page that is in front. */
  openedPopup(): Promise<PopupPage>;
  /** Opens a page of the extension, by its file's name. */
  openExtensionPage(name: string): Promise<Page>;
  /** Opens a page of the web. */
  openPage(url: string): Promise<Page>;
  /** As when a person withdraws, or gives back, the extension's access to its broker. */
  allowBroker(isAllowed: boolean): Promise<void>;
  /** Makes it as new for the extension: no page, no storage, no key, no cookie, no background with a memory. */
  wipe(): Promise<void>;
  /** Quits and leaves the profile, to start with again. */
  quit(): Promise<void>;
  /** Ends its process at once, as the system does when memory is short; the profile is left as after {@link quit}. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** The extension's background: a service worker in Chromium, an event page in Firefox. */
export interface Background {
  /**
   * Delivers a click on the context menu as the browser would. A native menu cannot be clicked in a headless browser; all
   * that follows the click is real.
   */
  clickMenu(page: Page, click: MenuClick): Promise<void>;
  /** Delivers what a person entered in the address bar after the extension's keyword, over the page that is in front. */
  enterInAddressBar(text: string): Promise<void>;
  /** Changes the API that it has, until it ends; `page` is any page of the extension. */
  alter<Api>(page: Page, change: (api: Api) => void): Promise<void>;
  /** Ends it at once, as the browser does with an idle one; `page` is any page of the extension. */
  kill(page: Page): Promise<void>;
}

/** What a click on a context menu tells the extension (`contextMenus.OnClickData`), as far as it is used. */
export interface MenuClick {
  menuItemId: string;
  selectionText?: string;
  linkUrl?: string;
  pageUrl?: string;
  editable?: boolean;
}
