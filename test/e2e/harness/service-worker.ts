/** The extension's background in Chromium: runs code in it, sends it events, and kills it. */
import type { BrowserContext, Page, Worker } from 'playwright-core';
import type { Background, MenuClick } from './browser-under-test.ts';

export class ServiceWorkerHandle implements Background {
  readonly #context: BrowserContext;

  constructor(context: BrowserContext) {
    this.#context = context;
  }

  /** The worker that runs now, or the next one to start. */
  async running(): Promise<Worker> {
    // One that has just ended may still be listed, before the one that has taken its place.
    const worker = this.#context.serviceWorkers().at(-1);
    return worker ?? (await this.#context.waitForEvent('serviceworker'));
  }

  async clickMenu(page: Page, click: MenuClick): Promise<void> {
    const worker = await this.running();
    await page.bringToFront();
    await worker.evaluate(dispatchMenuClick, { editable: false, pageUrl: page.url(), ...click });
  }

  async enterInAddressBar(text: string): Promise<void> {
    const worker = await this.running();
    await worker.evaluate((entered) => chrome.omnibox.onInputEntered.dispatch(entered, 'currentTab'), text);
  }

  async alter<Api>(_page: Page, change: (api: Api) => void): Promise<void> {
    await (await this.running()).evaluate(`(${change})(globalThis.browser)`);
  }

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
  omnibox: { onInputEntered: { dispatch(text: string, disposition: string): void } };
  contextMenus: { onClicked: { dispatch(click: MenuClick, tab: unknown): void } };
};
