/** The context menu's entry: one for a selection, an e-mail link and a page alike, always with the same words. */
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
/** One entry for all contexts; the click event says which one it was. */
const ANY_ID = 'add';
const MAILTO = ['mailto:*'];

/**
 * A click on a link within a selection is on both, and two entries end in a submenu with the same words twice. Chromium
 * minds `targetUrlPatterns` on links alone, so that there one entry will do; Firefox would hide it everywhere else.
 */
const IN_CHROMIUM = [
  { id: ANY_ID, contexts: ['selection', 'link', 'page'], targetUrlPatterns: MAILTO },
] as const;
const IN_FIREFOX = [
  { id: ENTRY_IDS.selection, contexts: ['selection'] },
  { id: ENTRY_IDS.link, contexts: ['link'], targetUrlPatterns: MAILTO },
  { id: ENTRY_IDS.page, contexts: ['page'] },
] as const;

/** Creates the entries again, in the person's language; repeated runs never create an entry twice. */
export async function registerContextMenus(): Promise<void> {
  await navigator.locks.request('context-menus', async () => {
    const { language } = (await loadSettings()).values;
    const { t } = startTranslator(resolveLanguage(language, browser.i18n.getUILanguage()));
    const title = t('menu_add');
    await browser.contextMenus.removeAll();
    const isFirefox = 'getBrowserInfo' in browser.runtime;
    for (const { contexts, ...entry } of isFirefox ? IN_FIREFOX : IN_CHROMIUM)
      browser.contextMenus.create({ ...entry, title, contexts: [...contexts] });
  });
}

/** The browser's data about a click in the menu. */
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
  const from = click.menuItemId === ANY_ID ? clickedOn(click) : entryOf(click);
  if (from === undefined || tab?.id === undefined) return null;
  return {
    tabId: tab.id,
    frameId: click.frameId ?? 0,
    from,
    linkUrl: from === 'link' ? (click.linkUrl ?? null) : null,
    known: { text: click.selectionText ?? '', url: click.pageUrl ?? '', title: tab.title ?? '' },
  };
}

function entryOf({ menuItemId }: MenuClick): From | undefined {
  const [from] = Object.entries(ENTRY_IDS).find(([, id]) => id === menuItemId) ?? [];
  return from as From | undefined;
}

/** A selection holds more information than the link inside it. */
function clickedOn({ selectionText = '', linkUrl }: MenuClick): From {
  if (selectionText.trim() !== '') return 'selection';
  return linkUrl === undefined ? 'page' : 'link';
}
