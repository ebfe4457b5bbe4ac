/**
 * A search is kept after the popup closes: on the same page, or for a minute. On another page an old search would only
 * be in the way.
 */
import { browser } from 'wxt/browser';
import { isNullOr, isNumber, isShaped, isString } from '../storage/guards.ts';
import { defineItem, recordOf } from '../storage/item.ts';

/** What was searched for, when, and over which page; memory only. */
export interface KeptSearch {
  search: string;
  atMs: number;
  /** Null and `''` where the browser does not say. */
  tabId: number | null;
  url: string;
}

/** By account id. */
export type KeptSearches = Readonly<Record<string, KeptSearch>>;

export const keptSearchesItem = defineItem<KeptSearches>({
  area: 'session',
  key: 'keptSearches',
  version: 1,
  fallback: {},
  parse: recordOf(
    isShaped<KeptSearch>({ search: isString, atMs: isNumber, tabId: isNullOr(isNumber), url: isString }),
  ),
});

const KEPT_ANYWHERE_MS = 60_000;

/** The page under the popup. */
export type Place = Pick<KeptSearch, 'tabId' | 'url'>;
export const NO_PLACE: Place = { tabId: null, url: '' };

export async function readPlace(): Promise<Place> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => []);
  return { tabId: tab?.id ?? null, url: tab?.url ?? '' };
}

/** The account's search to restore on this page; `''` for none. Pure. */
export function restoredSearch(kept: KeptSearches, accountId: string, place: Place, nowMs: number): string {
  const one = kept[accountId];
  if (one === undefined) return '';
  const isSamePage = one.tabId !== null && one.tabId === place.tabId && one.url === place.url;
  const isRecent = one.atMs <= nowMs && nowMs - one.atMs < KEPT_ANYWHERE_MS;
  return isSamePage || isRecent ? one.search : '';
}

/**
 * Writes at once, without reading first: the popup may close right after the last letter.
 * @param kept the searches as last read
 */
export function keepSearch(
  kept: KeptSearches,
  accountId: string,
  search: string,
  place: Place,
): Promise<void> {
  return keptSearchesItem.set({ ...kept, [accountId]: { search, atMs: Date.now(), ...place } });
}
