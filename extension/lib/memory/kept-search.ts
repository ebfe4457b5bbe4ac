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
export const keptSearchesItem = defineItem<Readonly<Record<string, KeptSearch>>>({
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

type Searches = Readonly<Record<string, KeptSearch>>;

/** The searches to restore on this page, by account. Pure. */
export function restoredSearches(kept: Searches, place: Place, nowMs: number): Searches {
  const isRestored = ({ tabId, url, atMs }: KeptSearch) =>
    (tabId !== null && tabId === place.tabId && url === place.url) ||
    (atMs <= nowMs && nowMs - atMs < KEPT_ANYWHERE_MS);
  return Object.fromEntries(Object.entries(kept).filter(([, search]) => isRestored(search)));
}

export async function keepSearch(accountId: string, search: string, place: Place): Promise<void> {
  await keptSearchesItem.update((all) => ({ ...all, [accountId]: { search, atMs: Date.now(), ...place } }));
}
