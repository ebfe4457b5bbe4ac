/** No letter of a name is lost, however soon the popup closes after it: of a new person, or of who answers for what is written. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { dumpExtensionStorage } from './harness/extension-storage.ts';
import type { PopupPage } from './harness/popup-page.ts';
import { it } from './harness/scenario.ts';

describe('the last letter of a name', () => {
  let popup: PopupPage;

  it.beforeAll(async ({ rig: _brokerToTalkTo, browser }) => {
    popup = await browser.openPopup();
    await connect(popup);
  });

  const button = (name: string | RegExp) => popup.page.getByRole('button', { name, exact: true });

  it('is in the draft of a form that has just opened', async () => {
    await expectShown(popup.addButton);
    await typeOnceThereAndReload(popup.page, { press: 'Add contact', label: 'First name', text: 'Una' });
    await button('Resume').click();
    await expect.poll(() => popup.field('First name').inputValue()).toBe('Una');
    await popup.page.getByRole('button', { name: /Back/ }).first().click();
    await button('Discard').click();
    await button('Resume').waitFor({ state: 'detached' });
  });

  it.each(['Robin Vale', 'Robin Valle', ''])('is in the name in the record: "%s"', async (name) => {
    await popup.page.getByRole('button', { name: /^Account: / }).click();
    await expectShown(popup.field('Your name in the record'));
    await typeOnceThereAndReload(popup.page, { label: 'Your name in the record', text: name });
    await popup.page.getByRole('button', { name: /^Account: / }).click();
    await expect.poll(() => popup.field('Your name in the record').inputValue()).toBe(name);
    const recorders = recordersIn(await dumpExtensionStorage(popup.page));
    expect(recorders).toEqual([{ isConfirmed: true, name }]);
  });
});

/** Who answers for what is written, of each account. Browsers keep the names in an object in an order of their own. */
function recordersIn(dump: string): unknown[] {
  const recorders: unknown[] = [];
  JSON.parse(dump, (key, value) => {
    if (key === 'recorder') recorders.push(value);
    return value;
  });
  return recorders;
}

interface Typing {
  /** The button that opens the field. */
  press?: string;
  label: string;
  text: string;
}

/** Types as soon as the field is there, and loads the page anew in the same moment, as if it had been closed and opened. */
async function typeOnceThereAndReload(page: Page, typing: Typing): Promise<void> {
  await page.evaluate(({ press, label, text }) => {
    document.documentElement.dataset.old = '';
    const typeIfThere = () => {
      const labels = [...document.querySelectorAll('label')];
      const field = labels.find((one) => one.textContent === label)?.control;
      if (!(field instanceof HTMLInputElement)) return;
      observer.disconnect();
      field.focus();
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      location.reload();
    };
    const observer = new MutationObserver(typeIfThere);
    observer.observe(document, { childList: true, subtree: true });
    const buttons = [...document.querySelectorAll('button')];
    const opens = ({ ariaLabel, textContent }: Element) => ariaLabel === press || textContent === press;
    buttons.find(opens)?.click();
    typeIfThere();
  }, typing);
  await page.locator('html:not([data-old]) .contacts-windowed').waitFor();
}
