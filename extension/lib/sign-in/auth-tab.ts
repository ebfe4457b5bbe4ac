/** The tab of a sign-in where the browser's own window fails, and what happens to it. */
import { browser } from 'wxt/browser';

/** How often the broker is asked while the tab shows something else. */
const PAUSE_MS = 30_000;

/** `at-broker`: it shows a page of the broker. `open`: nothing new. */
export type TabNews = 'at-broker' | 'open' | 'closed';

interface AuthTab {
  /** What has happened since the last call, or happens next. */
  next(): Promise<TabNews>;
  stop(): void;
}

export interface AuthTabs {
  /** Opens a tab that shares its cookies with this extension. Returns its id. */
  open(url: string): Promise<number>;
  watch(tabId: number, brokerUrl: string): AuthTab;
}

export const authTabs: AuthTabs = { open, watch };

async function open(url: string): Promise<number> {
  const tab = (await isOwnWindowInFront())
    ? await browser.tabs.create({ url })
    : (await browser.windows.create({ url, incognito: isPrivate() }))?.tabs?.[0];
  if (tab?.id === undefined) throw new Error('The browser opened no tab.');
  return tab.id;
}

/** A private window has cookies of its own. In a browser that is always private, so is the background. */
async function isOwnWindowInFront(): Promise<boolean> {
  // Browsers for phones have no windows.
  if (typeof browser.windows?.getLastFocused !== 'function') return true;
  const window = await browser.windows.getLastFocused({ windowTypes: ['normal'] }).catch(() => null);
  return window !== null && window.incognito === isPrivate();
}

const isPrivate = () => browser.extension?.inIncognitoContext === true;

/** The address of a tab is told to an extension that may reach it: here, the broker's pages only. */
function watch(tabId: number, brokerUrl: string): AuthTab {
  let id = tabId;
  let news: TabNews | null = null;
  let wake: () => void = () => undefined;
  const report = (what: TabNews) => {
    if (news !== 'closed' && !(news === 'at-broker' && what === 'open')) news = what;
    wake();
  };
  const look = (tab: { url?: string | undefined }) =>
    report(tab.url?.startsWith(`${brokerUrl}/`) ? 'at-broker' : 'open');
  const onUpdated = (
    updated: number,
    { status }: { status?: string | undefined },
    tab: { url?: string | undefined },
  ) => {
    if (updated === id && status === 'complete' && tab.url?.startsWith(`${brokerUrl}/`)) look(tab);
  };
  const onRemoved = (removed: number) => {
    if (removed === id) report('closed');
  };
  // Chromium gives a tab a new id when it has put it aside to save memory.
  const onReplaced = (added: number, removed: number) => {
    if (removed === id) id = added;
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(onRemoved);
  browser.tabs.onReplaced?.addListener(onReplaced);
  const pause = setInterval(() => report('open'), PAUSE_MS);
  // What happened before the listeners were there.
  browser.tabs.get(id).then(look, () => report('closed'));
  return {
    async next() {
      while (news === null) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const latest = news;
      news = null;
      return latest;
    },
    stop() {
      clearInterval(pause);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
      browser.tabs.onReplaced?.removeListener(onReplaced);
    },
  };
}
