/** Follows the tab beside a side panel: tells whenever another page is in it, or another tab in front. */
import { browser } from 'wxt/browser';
import { tabBeneath } from './tab-beneath.ts';

export function followTab(onPage: () => void): () => void {
  const onUpdated = async (tabId: number, { status }: { status?: string }) => {
    if (status === 'complete' && (await tabBeneath())?.id === tabId) onPage();
  };
  let followed: number | undefined;
  const onActivated = async () => {
    const id = (await tabBeneath())?.id;
    if (id !== followed) onPage();
    followed = id;
  };
  void tabBeneath().then((tab) => {
    followed = tab?.id;
  });
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onActivated.addListener(onActivated);
  return () => {
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onActivated.removeListener(onActivated);
  };
}
