/** Themes and languages, and how a view changes to them. */
import type { Page } from 'playwright-core';
import { getItem, putVersioned } from './storage.ts';

export const LOOKS = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'fr'] as const).map((language) => ({ theme, language })),
);

/** Other settings stay as they are. Resolves when the page has the new theme and language, and no colour transition is running. */
export async function putOn(page: Page, look: (typeof LOOKS)[number]): Promise<void> {
  const stored = (await getItem(page, 'local', 'settings')) as { value?: object } | undefined;
  await putVersioned(page, 'local', 'settings', { ...stored?.value, ...look });
  await page.locator(`html[lang^=${look.language}][data-theme=${look.theme}]`).waitFor({ state: 'attached' });
  await page.evaluate(endOfMovements);
}

/** The narrowest that WCAG 1.4.10 asks for. */
export const NARROW = { width: 320, height: 256 };
/** The popup at 200 %: browsers let one grow to 800 by 600 pixels. */
export const ENLARGED = { width: 380, height: 300 };

/** Runs inside the page. Does not wait for endless animations. */
async function endOfMovements(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
