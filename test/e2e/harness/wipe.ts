/** Makes a used Chromium as new for the extension. */
import type { CDPSession } from 'playwright-core';
import type { BrowserUnderTest } from './browser-under-test.ts';

export async function wipe({
  context,
  background,
  proxy,
  openExtensionPage,
}: BrowserUnderTest): Promise<void> {
  const before = context.pages();
  const page = await openExtensionPage('settings.html');
  await Promise.all(before.map((used) => used.close()));
  const session = await context.newCDPSession(page);
  await closePopups(session);
  // Twice: an open database cannot be deleted, and what is cleared could be written again from memory.
  await background.kill(page);
  await page.evaluate(forgetEverything);
  await background.kill(page);
  await context.setOffline(false);
  await context.clearCookies();
  await page.goto('about:blank');
  proxy.forget();
}

/** Those that the extension has opened itself are no pages to Playwright. */
async function closePopups(session: CDPSession): Promise<void> {
  const { targetInfos } = await session.send('Target.getTargets');
  const popups = targetInfos.filter(({ url }) => new URL(url, 'about:blank').pathname === '/popup.html');
  // A popup closes by itself too, as soon as something else has the focus.
  await Promise.allSettled(popups.map(({ targetId }) => session.send('Target.closeTarget', { targetId })));
}

/** Runs inside a page of the extension. */
async function forgetEverything(): Promise<void> {
  for (const { name = '' } of await indexedDB.databases())
    await new Promise<void>((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase(name);
      deletion.onsuccess = () => resolve();
      deletion.onerror = () => reject(deletion.error);
    });
  for (const area of ['local', 'session', 'sync'] as const) await chrome.storage[area].clear();
  localStorage.clear();
  await chrome.alarms.clearAll();
  await chrome.action.setBadgeText({ text: '' });
}

declare const chrome: {
  storage: Record<'local' | 'session' | 'sync', { clear(): Promise<void> }>;
  alarms: { clearAll(): Promise<boolean> };
  action: { setBadgeText(details: { text: string }): Promise<void> };
};
