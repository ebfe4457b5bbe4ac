/** "Add to Envoke contacts": the entries, and what happens from the click to the waiting capture. */
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { addFromActiveTab, addFromPage } from '../../../extension/lib/menus/add-from-page.ts';
import { registerContextMenus, toSourceTarget } from '../../../extension/lib/menus/context-menus.ts';
import { captureLostItem, waitingCaptureItem } from '../../../extension/lib/page/waiting-capture-item.ts';
import { saveSettings } from '../../../extension/lib/settings/settings-store.ts';
import { browser, resetBrowser } from '../fake-browser.ts';

vi.mock('wxt/browser', () => import('../fake-browser.ts'));

const NOW = 1_000_000;
const KNOWN = { text: 'from the browser', url: 'https://example.ca/team', title: 'Team' };
const TARGET = { tabId: 3, frameId: 0, from: 'selection', linkUrl: null, known: KNOWN } as const;
const IN_PAGE = {
  text: 'Amélie Roy',
  html: '<b>Amélie</b> Roy',
  open: 'Amélie Roy',
  selected: 'Amélie',
  own: [],
  url: 'https://example.ca/frame',
  title: 'Frame',
  isDrawn: false,
  isPdf: false,
  above: '',
  isInFront: true,
  complete: true,
};

describe('the context menu', () => {
  let entries: { id: string; title: string; contexts: string[] }[];

  beforeEach(() => {
    resetBrowser();
    entries = [];
    Object.assign(browser.contextMenus, {
      create: (entry: (typeof entries)[number]) => {
        if (entries.some(({ id }) => id === entry.id)) throw new Error(`duplicate id ${entry.id}`);
        entries.push(entry);
      },
      removeAll: async () => {
        entries = [];
      },
    });
  });

  it('has one entry for selection, link and page, however often it is created', async () => {
    await Promise.all([registerContextMenus(), registerContextMenus(), registerContextMenus()]);
    expect(entries).toEqual([
      {
        id: 'add',
        title: 'Add to Envoke contacts',
        contexts: ['selection', 'link', 'page'],
        targetUrlPatterns: ['mailto:*'],
      },
    ]);
  });

  it('has an entry for each where the browser is Firefox', async () => {
    Object.assign(browser.runtime, { getBrowserInfo: async () => ({ name: 'Firefox' }) });
    await registerContextMenus();
    Reflect.deleteProperty(browser.runtime, 'getBrowserInfo');
    expect(entries.map(({ contexts }) => contexts)).toEqual([['selection'], ['link'], ['page']]);
  });

  it.each([
    ['a selection', { selectionText: 'Amélie Roy' }, 'selection'],
    [
      'a link within a selection',
      { selectionText: 'Amélie Roy', linkUrl: 'mailto:a@example.ca' },
      'selection',
    ],
    ['a link', { linkUrl: 'mailto:a@example.ca' }, 'link'],
    ['a page', {}, 'page'],
  ] as const)('knows a click on %s', (_what, click, from) => {
    expect(toSourceTarget({ ...click, menuItemId: 'add' }, { id: 3 })).toMatchObject({
      from,
      linkUrl: from === 'link' ? 'mailto:a@example.ca' : null,
    });
  });

  it("speaks the person's language", async () => {
    await saveSettings({ language: 'fr' });
    await registerContextMenus();
    expect(entries[0]?.title).toContain('contacts Envoke');
    expect(entries[0]?.title).not.toBe('Add to Envoke contacts');
  });

  it.each<[what: string, click: { menuItemId: string }, tab: { id?: number } | undefined]>([
    ["somebody else's entry", { menuItemId: 'other' }, { id: 3 }],
    ['a click without a tab', { menuItemId: 'add-page' }, undefined],
    ['a tab without an id', { menuItemId: 'add-page' }, {}],
  ])('does nothing for %s', (_what, click, tab) => {
    expect(toSourceTarget(click, tab)).toBeNull();
  });

  it('reads a link only from the link entry, where each has one', () => {
    const click = { linkUrl: 'mailto:a@example.ca', pageUrl: KNOWN.url, selectionText: 'a', frameId: 4 };
    const tab = { id: 3, title: 'Team' };
    expect(toSourceTarget({ ...click, menuItemId: 'add-link' }, tab)).toMatchObject({
      from: 'link',
      linkUrl: 'mailto:a@example.ca',
      frameId: 4,
    });
    expect(toSourceTarget({ ...click, menuItemId: 'add-selection' }, tab)).toMatchObject({ linkUrl: null });
  });
});

describe('adding from a page', () => {
  let opened: string[];

  beforeEach(() => {
    resetBrowser();
    opened = [];
    Object.assign(browser.action, { openPopup: async () => void opened.push('popup') });
    Object.assign(browser.windows, { create: async ({ url }: { url: string }) => void opened.push(url) });
    Object.assign(browser.scripting, { executeScript: async () => [{ result: IN_PAGE }] });
  });

  it('opens the popup before anything else, as Firefox requires', () => {
    void addFromPage(TARGET, NOW);
    expect(opened).toEqual(['popup']);
  });

  it('opens a small window where the browser opens no popup', async () => {
    Object.assign(browser.action, { openPopup: () => Promise.reject(new Error('no active window')) });
    await addFromPage(TARGET, NOW);
    expect(opened).toEqual(['/popup.html?view=add']);
  });

  it("says that it is reading, then what it read, with the tab's address and title", async () => {
    const seen: string[] = [];
    const stop = waitingCaptureItem.watch(({ status }) => seen.push(status));
    await addFromPage(TARGET, NOW);
    stop();
    expect(seen).toEqual(['reading', 'ready']);
    expect(await waitingCaptureItem.get()).toEqual({
      status: 'ready',
      atMs: NOW,
      from: 'selection',
      source: {
        text: 'Amélie Roy',
        html: '<b>Amélie</b> Roy',
        url: KNOWN.url,
        title: 'Team',
        linkUrl: null,
        selected: 'Amélie',
        above: '',
        own: [],
      },
    });
  });

  it.each([
    ['writes to whom its words say', 'Amélie Roy <a.roy@example.ca>', 'mailto:a.roy@example.ca'],
    ['shows an address to which it does not write', 'b.ek@example.ca', null],
  ])('takes the address that the person saw from a link that %s', async (_what, selected, linkUrl) => {
    Object.assign(browser.scripting, { executeScript: async () => [{ result: { ...IN_PAGE, selected } }] });
    await addFromPage({ ...TARGET, from: 'link', linkUrl: 'mailto:a.roy@example.ca' }, NOW);
    const text = selected.replace(/ <.*/, '');
    expect(await waitingCaptureItem.get()).toMatchObject({ from: 'link', source: { text, linkUrl } });
  });

  it.each<[what: string, executeScript: () => Promise<unknown>]>([
    ['may not be read', () => Promise.reject(new Error('Cannot access contents of the page'))],
    ['answers with something else', async () => [{ result: { text: 7 } }]],
    ['answers with nothing', async () => []],
  ])('goes on with what the browser knows when the page %s', async (_what, executeScript) => {
    Object.assign(browser.scripting, { executeScript });
    await addFromPage(TARGET, NOW);
    const capture = await waitingCaptureItem.get();
    expect(capture).toMatchObject({ source: { text: 'from the browser', html: null, url: KNOWN.url } });
  });

  it('continues with what the browser knows when the page does not answer in time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    Object.assign(browser.scripting, { executeScript: () => new Promise(() => undefined) });
    const adding = addFromPage(TARGET, NOW);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    await vi.runAllTimersAsync();
    await adding;
    vi.useRealTimers();
    expect(await waitingCaptureItem.get()).toMatchObject({
      status: 'ready',
      source: { text: 'from the browser', html: null },
    });
  });

  /** Memory that refuses what this test says it has no room for. */
  const limitMemory = (isTooMuch: (items: Record<string, unknown>) => boolean | Promise<boolean>) => {
    const { set } = browser.storage.session;
    const limited = async (items: Record<string, unknown>) => {
      if (await isTooMuch(items)) throw new Error('Session storage quota bytes exceeded');
      await set(items);
    };
    Object.assign(browser.storage.session, { set: limited });
    onTestFinished(() => void Object.assign(browser.storage.session, { set }));
  };

  it('says so when memory has no room even for the note that it is reading', async () => {
    limitMemory(() => true);
    await addFromPage(TARGET, NOW);
    expect(opened).toEqual(['popup']);
    expect(await captureLostItem.get()).toBe(NOW);
  });

  it('says so when memory has no room for what the page holds', async () => {
    limitMemory((items) => JSON.stringify(items).includes('Roy'));
    await addFromPage(TARGET, NOW);
    expect(await captureLostItem.get()).toBe(NOW);
    expect(await waitingCaptureItem.get()).toEqual({ status: 'none' });
  });

  it('continues with the text alone when the markup is too large to keep', async () => {
    limitMemory((items) => JSON.stringify(items).includes('<b>'));
    await addFromPage(TARGET, NOW);
    expect(await waitingCaptureItem.get()).toMatchObject({ source: { text: 'Amélie Roy', html: null } });
  });

  it('takes the selection of the tab in front on the keyboard command', async () => {
    await addFromActiveTab({ id: 3, url: KNOWN.url, title: 'Team' }, NOW);
    expect(await waitingCaptureItem.get()).toMatchObject({
      from: 'selection',
      source: { text: 'Amélie Roy' },
    });
  });
});
