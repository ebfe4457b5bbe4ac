/** Waits for something to be on the page, with a message that says what is there instead. */
import type { Locator } from 'playwright-core';

/** A popup on a machine that has ten other things to do took up to nine seconds. */
const PATIENCE_MS = 20_000;

/** @throws {Error} with the page's text when it does not show in time. */
export async function expectShown(locator: Locator): Promise<void> {
  try {
    await locator.waitFor({ timeout: PATIENCE_MS });
  } catch (cause) {
    const shown = await locator.page().locator('body').ariaSnapshot();
    throw new Error(`${locator} is not shown. The page says:\n${shown}`, { cause });
  }
}
