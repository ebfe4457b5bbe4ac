/**
 * Puts a page of the web under a popup that is a tab of its own. `activeTab` comes with a real click on the extension's
 * button only, so something stands in for the click; the function that the browser sends into the page runs in that page.
 */
import type { Page } from 'playwright-core';
import { FIREFOX_ADDON_ID } from '../../../shared/client.ts';
import { type FirefoxExtension, type FirefoxTab, inFirefox } from './in-firefox.ts';

export interface PageUnderPopup {
  /** How often the popup has read the page. */
  reads(): number | Promise<number>;
}

export function putUnderPopup(popup: Page, under: Page): Promise<PageUnderPopup> {
  return popup.url().startsWith('moz-extension:')
    ? putUnderInFirefox(under)
    : putUnderInChromium(popup, under);
}

async function putUnderInChromium(popup: Page, under: Page): Promise<PageUnderPopup> {
  let reads = 0;
  await popup.exposeFunction('readUnder', (source: string, args: unknown[]) => {
    reads += 1;
    return under.evaluate(`(${source})(...${JSON.stringify(args)})`);
  });
  await popup.addInitScript(standInForPermission);
  return { reads: () => reads };
}

interface Injection {
  func: (...args: unknown[]) => unknown;
  args: unknown[];
}

/** Runs inside the popup before its own scripts. */
function standInForPermission(): void {
  const executeScript = async ({ func, args }: Injection) => [
    { result: await readUnder(func.toString(), args) },
  ];
  Object.assign(chrome.scripting, { executeScript });
}

/** Firefox runs no script before those of an extension's page, but gives the permission when it is asked from its own side. */
async function putUnderInFirefox(under: Page): Promise<PageUnderPopup> {
  const context = under.context();
  await inFirefox(context, takeForActiveTab, FIREFOX_ADDON_ID, under.url());
  return { reads: () => inFirefox(context, () => readsUnderPopup) };
}

/** Runs inside Firefox: the extension is told that this tab is the active one, and may read it. */
function takeForActiveTab(id: string, url: string): void {
  const { tabManager } = WebExtensionPolicy.getByID(id).extension;
  const { query, get } = Object.getPrototypeOf(tabManager) as FirefoxExtension['tabManager'];
  const tabs = [...Services.wm.getEnumerator('navigator:browser')].flatMap(({ gBrowser }) => gBrowser.tabs);
  const tab = tabs.findLast(({ linkedBrowser }) => linkedBrowser.currentURI.spec === url);
  if (tab === undefined) throw new Error(`No tab is at ${url}.`);
  tabManager.addActiveTabPermission(tab);
  globalThis.readsUnderPopup = 0;
  tabManager.query = (filter, context) =>
    filter?.active === true ? [tabManager.getWrapper(tab)] : query.call(tabManager, filter, context);
  tabManager.get = (tabId, ...more) => {
    if (tabId === tabManager.getWrapper(tab).id) globalThis.readsUnderPopup += 1;
    return get.call(tabManager, tabId, ...more);
  };
}

declare global {
  var readsUnderPopup: number;
}
declare const chrome: { scripting: object };
declare function readUnder(source: string, args: unknown[]): Promise<unknown>;
declare const WebExtensionPolicy: { getByID(id: string): { extension: FirefoxExtension } };
declare const Services: {
  wm: { getEnumerator(kind: string): Iterable<{ gBrowser: { tabs: FirefoxTab[] } }> };
};
