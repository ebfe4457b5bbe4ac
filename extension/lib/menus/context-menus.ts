/** The context menu's entries: one each for a selection, an e-mail link and a page, all with the same words. */
import { browser } from 'wxt/browser';
import { resolveLanguage, startTranslator } from '../i18n/index.ts';
import type { SourceTarget } from '../page/read-source.ts';
import { loadSettings } from '../settings/settings-store.ts';

type From = SourceTarget['from'];

const ENTRY_IDS: Readonly<Record<From, string>> = {
  selection: 'add-selection',
  link: 'add-link',
  page: 'add-page',
};

/** Makes the entries anew, in the person's language; however often it runs there is one of each. */
export async function registerContextMenus(): Promise<void> {
  await navigator.locks.request('context-menus', async () => {
    const { language } = (await loadSettings()).values;
    const { t } = startTranslator(resolveLanguage(language, browser.i18n.getUILanguage()));
    const title = t('menu_add');
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id: ENTRY_IDS.selection, title, contexts: ['selection'] });
    browser.contextMenus.create({
      id: ENTRY_IDS.link,
      title,
      contexts: ['link'],
      targetUrlPatterns: ['mailto:*'],
    });
    browser.contextMenus.create({ id: ENTRY_IDS.page, title, contexts: ['page'] });
  });
}

/** What the browser says of a click in the menu. */
export interface MenuClick {
  menuItemId: string | number;
  frameId?: number | undefined;
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
  pageUrl?: string | undefined;
}

/** Pure. Null for an entry that is not ours, or a click without a tab to read. */
export function toSourceTarget(
  click: MenuClick,
  tab: { id?: number | undefined; title?: string | undefined } | undefined,
): SourceTarget | null {
  const entry = Object.entries(ENTRY_IDS).find(([, id]) => id === click.menuItemId);
  if (entry === undefined || tab?.id === undefined) return null;
  const from = entry[0] as From;
  return {
    tabId: tab.id,
    frameId: click.frameId ?? 0,
    from,
    linkUrl: from === 'link' ? (click.linkUrl ?? null) : null,
    known: { text: click.selectionText ?? '', url: click.pageUrl ?? '', title: tab.title ?? '' },
  };
}
