/** A browser's tabs and windows, as far as a sign-in uses them. */
import { browser } from '../fake-browser.ts';

type Listener = (...given: unknown[]) => void;

export interface FakeTabs {
  /** The tabs that are open, by id: each with its address, and in which kind of window. */
  open: Map<number, { url: string; isPrivate: boolean }>;
  /** Resolves with the id and address of the next tab to open. */
  nextTab(): Promise<{ id: number; url: string }>;
  /** The tab shows another page, and has loaded it. */
  show(id: number, url: string): void;
  close(id: number): void;
}

/** @param isPrivate whether the window in front is a private one */
export function installTabs({ isPrivate = false } = {}): FakeTabs {
  const open: FakeTabs['open'] = new Map();
  const waiting: ((tab: { id: number; url: string }) => void)[] = [];
  const events = { onUpdated: event(), onRemoved: event(), onReplaced: event() };
  const add = async (url: string, inPrivate: boolean) => {
    const id = open.size + 1;
    open.set(id, { url, isPrivate: inPrivate });
    for (const resolve of waiting.splice(0)) resolve({ id, url });
    return { id };
  };
  Object.assign(browser.tabs, {
    ...events,
    create: ({ url }: { url: string }) => add(url, isPrivate),
    get: async (id: number) => {
      const tab = open.get(id);
      if (tab === undefined) throw new Error(`No tab with id: ${id}.`);
      return { id, url: tab.url };
    },
  });
  Object.assign(browser.windows, {
    getLastFocused: async () => ({ incognito: isPrivate }),
    create: async ({ url }: { url: string }) => ({ tabs: [await add(url, false)] }),
  });
  return {
    open,
    nextTab: () => new Promise((resolve) => waiting.push(resolve)),
    show(id, url) {
      open.set(id, { url, isPrivate: open.get(id)?.isPrivate ?? false });
      events.onUpdated.fire(id, { status: 'complete' }, { id, url });
    },
    close(id) {
      open.delete(id);
      events.onRemoved.fire(id, {});
    },
  };
}

function event() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    fire: (...given: unknown[]) => {
      for (const listener of listeners) listener(...given);
    },
  };
}
