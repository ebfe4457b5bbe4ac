/** Themes and languages, and how a view changes to them. */
import type { Page } from 'playwright-core';
import { putVersioned } from './storage.ts';

export const LOOKS = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'fr'] as const).map((language) => ({ theme, language })),
);

/** Resolves when the page has the new theme and language, and no colour transition is running. */
export async function putOn(page: Page, look: (typeof LOOKS)[number]): Promise<void> {
  await putVersioned(page, 'local', 'settings', look);
  await page.locator(`html[lang^=${look.language}][data-theme=${look.theme}]`).waitFor({ state: 'attached' });
  await page.evaluate(endOfMovements);
}

/** Runs inside the page. Does not wait for endless animations. */
async function endOfMovements(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
