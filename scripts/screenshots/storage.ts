/** Puts the extension's storage in the state a picture needs, from one of its own pages. */
import type { Page } from 'playwright-core';

type Area = 'local' | 'session';

interface StorageArea {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(entries: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

declare const chrome: { storage: Record<Area, StorageArea> };

export async function putItem(page: Page, area: Area, key: string, value: unknown): Promise<void> {
  await page.evaluate(
    ([where, name, what]) => chrome.storage[where as Area].set({ [name as string]: what }),
    [area, key, value] as const,
  );
}

/** Stored items carry the version of their shape. */
export function putVersioned(page: Page, area: Area, key: string, value: unknown): Promise<void> {
  return putItem(page, area, key, { version: 1, value });
}

export async function getItem(page: Page, area: Area, key: string): Promise<unknown> {
  return page.evaluate(
    async ([where, name]) => (await chrome.storage[where as Area].get(name as string))[name as string],
    [area, key] as const,
  );
}

export async function dropItem(page: Page, area: Area, key: string): Promise<void> {
  await page.evaluate(([where, name]) => chrome.storage[where as Area].remove(name as string), [
    area,
    key,
  ] as const);
}

/** Runs inside a page of the extension. */
export async function nothingIsToSend(): Promise<boolean> {
  const stored = await chrome.storage.local.get(null);
  return Object.entries(stored).every(([key, item]) => {
    const { state } = item as { state?: { status: string } };
    return !key.startsWith('outbox:item:') || state?.status === 'done';
  });
}
