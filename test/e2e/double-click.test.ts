/** The second click of a double click: what the first one has brought under the pointer is not pressed by it. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { doubleClickAcross } from './harness/double-click.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

const LIST = 'Ada Moss <ada.moss@lake.example.ca>\nBen Ivory <ben.ivory@lake.example.ca>';

describe('a double click', () => {
  let rig: Rig;
  let popup: PopupPage;
  let page: Page;

  it.beforeAll(async ({ rig: own, browser }) => {
    rig = own;
    popup = await browser.openPopup();
    page = popup.page;
    await page.setViewportSize({ width: 380, height: 560 });
    await connect(popup);
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const isGone = (control: Locator) => control.waitFor({ state: 'detached' });

  it('on Discard discards one unfinished form, and not the next one too', async () => {
    for (const email of ['una@lake.example.ca', 'bea@lake.example.ca']) {
      await popup.addButton.click();
      await popup.fill({ email });
      await page.keyboard.press('Escape');
      await expectShown(page.getByText(`Unfinished: ${email}`));
    }
    await doubleClickAcross(button('Discard'), () => page.getByText('Unfinished: una').waitFor());
    // A second one would have been discarded by now.
    await page.waitForTimeout(500);
    await expectShown(page.getByText('Unfinished: una@lake.example.ca'));
    await button('Discard').click();
    await isGone(button('Discard'));
  });

  it('on Back leaves one view, and not the one behind it too', async () => {
    await popup.addButton.click();
    await button('Paste a list').click();
    await expectShown(page.getByRole('heading', { name: 'Paste a list' }));
    await doubleClickAcross(button('Back'), () =>
      page.getByRole('heading', { name: 'Add contact' }).waitFor(),
    );
    await page.waitForTimeout(500);
    await expectShown(page.getByRole('heading', { name: 'Add contact' }));
    await button('Back').click();
    await expectShown(popup.searchBox);
  });

  it('on Pause pauses a bulk add, and does not let it go on', async () => {
    await rig.stopBroker();
    await popup.addButton.click();
    await button('Paste a list').click();
    await popup.field('Names and email addresses').fill(LIST);
    await button('Continue').click();
    await button('Add 2 people as Not Provided').click();
    await button('2 to send').click();
    await doubleClickAcross(button('Pause'), () => button('Resume').waitFor());
    await page.waitForTimeout(500);
    await expectShown(button('Resume'));
    await button('Stop').click();
    await button('Close').waitFor();
    await rig.startBroker();
  });

  it('answers no question that comes under the pointer as a message, and its focus is on Cancel', async () => {
    const anyway = button('Close anyway');
    // Where the answer will be.
    await button('Close').click();
    const answer = await placeOf(anyway);
    await button('Cancel').click();
    await isGone(anyway);
    await page.evaluate(moveTo, { ...answer, words: 'Close' });
    await doubleClickAcross(button('Close'), () => anyway.waitFor());
    await page.waitForTimeout(500);
    await expectShown(anyway);
    await expect.poll(() => page.evaluate(focusedWords)).toBe('Cancel');
    await page.keyboard.press('Escape');
    await isGone(anyway);
    await expect.poll(() => page.evaluate(focusedWords)).toBe('Close');
    await expectShown(page.getByText('2 stopped, not sent.'));
  });
});

async function placeOf(control: Locator) {
  const box = await control.boundingBox();
  if (box === null) throw new Error(`${control} has no place on the page.`);
  return { x: box.x, y: box.y };
}

/** Run inside the popup. */
function focusedWords(): string {
  return document.activeElement?.textContent?.trim() ?? '';
}

/** Puts the button with these words where something else will be. */
function moveTo({ x, y, words }: { x: number; y: number; words: string }): void {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words);
  if (button === undefined) throw new Error(`No button says ${words}.`);
  const box = button.getBoundingClientRect();
  button.style.translate = `${x - box.x}px ${y - box.y}px`;
}
