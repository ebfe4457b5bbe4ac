/** The tab that the extension opens once it is installed: a scenario begins where the person has read it, and closed it. */
import type { BrowserContext, Page } from 'playwright-core';
import { vi } from 'vitest';

/** @param extension its address, with the last slash */
export async function closeWelcome(context: BrowserContext, extension: string): Promise<void> {
  const tab = await welcomeTab(context, extension);
  // A browser without a tab would quit.
  if (context.pages().length === 1) await context.newPage();
  await tab.close();
}

async function welcomeTab(context: BrowserContext, extension: string): Promise<Page> {
  const find = () => {
    const tab = context.pages().find((page) => page.url() === `${extension}welcome.html`);
    if (tab) return tab;
    throw new Error('The extension has not opened its welcome page.');
  };
  return vi.waitFor(find, { timeout: 20_000, interval: 20 });
}
