/** Themes and languages, and how a shown view takes them on. */
import type { Page } from 'playwright-core';
import { putVersioned } from './storage.ts';

export const LOOKS = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'fr'] as const).map((language) => ({ theme, language })),
);

/** Resolves once the page is in that look, with no colour still on its way. */
export async function putOn(page: Page, look: (typeof LOOKS)[number]): Promise<void> {
  await putVersioned(page, 'local', 'settings', look);
  await page.locator(`html[lang^=${look.language}][data-theme=${look.theme}]`).waitFor({ state: 'attached' });
  await page.evaluate(endOfMovements);
}

/** Runs inside the page. What pulses forever is not waited for. */
async function endOfMovements(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
