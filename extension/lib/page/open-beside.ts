/** Opens the extension beside the page: Chrome's side panel for one tab, Firefox's sidebar for the window. */
import { browser } from 'wxt/browser';
import { besidePath, tabBeneath } from './tab-beneath.ts';

/** What the browsers have of it; the polyfill passes on what it does not know. */
interface Panels {
  sidePanel?: {
    setOptions(options: { tabId: number; path: string; enabled: true }): Promise<void>;
    open(options: { tabId: number }): Promise<void>;
  };
  sidebarAction?: { open(): Promise<void> };
}

/** Called while the browser handles a click, since it opens a panel at no other time. Rejects where it cannot. */
export async function openBeside(): Promise<void> {
  const { sidePanel, sidebarAction } = browser as Panels;
  if (sidePanel === undefined) {
    if (sidebarAction === undefined) throw new Error('this browser has no side panel');
    return sidebarAction.open();
  }
  const tabId = (await tabBeneath())?.id;
  if (tabId === undefined) throw new Error('no tab to open a panel beside');
  await sidePanel.setOptions({ tabId, path: besidePath(tabId), enabled: true });
  await sidePanel.open({ tabId });
}
