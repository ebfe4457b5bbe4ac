/** The extension's background in Chromium: runs code in it, sends it events, and kills it. */
import type { BrowserContext, Page, Worker } from 'playwright-core';

/** What a click on a context menu tells the extension (`contextMenus.OnClickData`), as far as it is used. */
export interface MenuClick {
  menuItemId: string;
  selectionText?: string;
  linkUrl?: string;
  pageUrl?: string;
  editable?: boolean;
}

export class ServiceWorkerHandle {
  readonly #context: BrowserContext;

  constructor(context: BrowserContext) {
    this.#context = context;
  }

  /** The worker that runs now, or the next one to start. */
  async running(): Promise<Worker> {
    const [worker] = this.#context.serviceWorkers();
    return worker ?? (await this.#context.waitForEvent('serviceworker'));
  }

  /**
   * Delivers a click on the context menu as Chromium would. A native menu cannot be clicked in a headless browser; all
   * that follows the click is real.
   */
  async clickMenu(page: Page, click: MenuClick): Promise<void> {
    const worker = await this.running();
    await page.bringToFront();
    await worker.evaluate(dispatchMenuClick, { editable: false, pageUrl: page.url(), ...click });
  }

  /** Ends the worker at once, as Chromium does with an idle one; `page` is any page of the extension. */
  async kill(page: Page): Promise<void> {
    const session = await this.#context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }
}

/** Runs inside the worker. */
async function dispatchMenuClick(click: MenuClick & { editable: boolean }): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  chrome.contextMenus.onClicked.dispatch(click, tab);
}

/** The part of Chromium's API that runs in the worker; `dispatch` is there, though not documented. */
declare const chrome: {
  tabs: { query(filter: { active: boolean; lastFocusedWindow: boolean }): Promise<unknown[]> };
  contextMenus: { onClicked: { dispatch(click: MenuClick, tab: unknown): void } };
};
