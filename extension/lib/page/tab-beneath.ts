/** The tab that an extension page stands over, or beside as a side panel. */
import type { Tabs } from 'webextension-polyfill';
import { browser } from 'wxt/browser';
import { isBeside } from './beside.ts';

/** Names the tab of a side panel; 0 is the tab in front, in a browser whose panel belongs to the window. */
export const besidePath = (tabId: number) => `popup.html?beside=${tabId}`;

export async function tabBeneath(): Promise<Tabs.Tab | undefined> {
  const id = isBeside() ? Number(new URLSearchParams(location.search).get('beside')) : 0;
  if (id > 0) return browser.tabs.get(id);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}
