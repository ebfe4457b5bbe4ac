/** What a view to be pictured is, and the ways that lead to many of them. */
import type { Page } from 'playwright-core';
import { selection } from './material.ts';
import type { Stage } from './stage.ts';
import { dropItem, putVersioned } from './storage.ts';

export interface Scene {
  name: string;
  /** Opens the view; the page it answers with is what is pictured. */
  show: (stage: Stage) => Promise<Page>;
  /** Puts back what it changed. */
  after?: (page: Page) => Promise<void>;
}

export const rows = (page: Page) => page.getByRole('list').first().getByRole('listitem');

export async function openPopup(stage: Stage): Promise<Page> {
  const page = await stage.open('popup.html');
  await rows(page).nth(3).waitFor();
  return page;
}

export async function openWithCapture(stage: Stage, text: string): Promise<Page> {
  const page = await stage.open('popup.html');
  await putVersioned(page, 'session', 'waitingCapture', selection(text));
  await page.locator('form').waitFor();
  await page.waitForTimeout(600);
  return page;
}

export async function pasteList(stage: Stage, text: string): Promise<Page> {
  const page = await openPopup(stage);
  await page.locator('.bar .button-primary').click();
  await page.locator('.view > .button-quiet').click();
  await page.getByRole('textbox').fill(text);
  return page;
}

export const forgetTyped = async (page: Page) => {
  await dropItem(page, 'session', 'drafts');
  await dropItem(page, 'session', 'keptSearches');
};
