/** A double click, or Enter pressed twice: what deletes for good acts on an answer alone. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { dumpExtensionStorage } from './harness/extension-storage.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

const UNSENT = 'kim@lake.example.ca';

describe('the saved writes of a signed-out account', () => {
  let rig: Rig;
  let popup: PopupPage;
  let page: Page;

  it.beforeAll(async ({ rig: own, browser }) => {
    rig = own;
    popup = await browser.openPopup();
    page = popup.page;
    await connect(popup);
    await rig.stopBroker();
    await popup.addButton.click();
    await popup.fill({ email: UNSENT });
    await popup.saveButton.click();
    await button('1 to send').waitFor();
    await popup.signOut();
    await button('Sign out anyway').click();
    await expectShown(page.getByText('1 saved change waits in this browser'));
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const isKept = async () => JSON.stringify(await dumpExtensionStorage(page)).includes(UNSENT);

  it('outlive a double click, whose second click comes down on the answer', async () => {
    await button('Delete').dblclick();
    await expectShown(page.getByText('It will not be sent, and cannot be brought back.'));
    // Where the second click came down beside it, nothing has the focus.
    expect(await focused()).not.toBe('Delete 1');
    expect(await isKept()).toBe(true);
  });

  it('outlive Enter pressed twice', async () => {
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Delete');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    // The second one does not answer the question that the first one has brought, not even with no.
    await expect.poll(focused).toBe('Cancel');
    expect(await isKept()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Delete');
  });

  it('are deleted by a click on the answer', async () => {
    await button('Delete').click();
    await button('Delete 1').click();
    await expect.poll(isKept).toBe(false);
    await expect.poll(() => page.getByText('1 saved change waits').count()).toBe(0);
  });
});
