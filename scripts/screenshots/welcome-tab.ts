/** The tab that the extension opens once it is installed: pictures, benches and scenarios begin where a person has closed it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';

const WAIT_MS = 20_000;

/** @param extension its address, with the last slash */
export async function closeWelcome(context: BrowserContext, extension: string): Promise<void> {
  const tab = await welcomeTab(context, extension);
  // A browser without a tab would quit.
  if (context.pages().length === 1) await context.newPage();
  await tab.close();
}

async function welcomeTab(context: BrowserContext, extension: string): Promise<Page> {
  const untilMs = performance.now() + WAIT_MS;
  for (;;) {
    const tab = context.pages().find((page) => page.url() === `${extension}welcome.html`);
    if (tab) return tab;
    if (performance.now() > untilMs) throw new Error('The extension has not opened its welcome page.');
    await sleep(20);
  }
}
