/** What is typed on the settings page is kept, however soon the page closes; so is the name given in the popup. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { getItem, putVersioned } from '../../scripts/screenshots/storage.ts';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { dumpExtensionStorage } from './harness/extension-storage.ts';
import type { PopupPage } from './harness/popup-page.ts';
import { it } from './harness/scenario.ts';

/** Each field by its label: what is typed, and what the settings have of it then. */
const FIELDS = [
  ['One name in the record for all accounts', 'recordName', 'Robin Vale', 'Robin Vale'],
  ['Default tags', 'defaultTags', 'Choir,  Gala', ['Choir', 'Gala']],
  ['Email address for questions', 'supportEmail', ' help@lake.example.ca', 'help@lake.example.ca'],
] as const;

describe('a text on the settings page', () => {
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: _brokerToTalkTo, browser: shared }) => {
    browser = shared;
    popup = await browser.openPopup();
    await connect(popup);
  });

  const open = () => browser.openExtensionPage('settings.html');
  const stored = async (key: string) => {
    const item = (await getItem(popup.page, 'local', 'settings')) as
      | { value?: Record<string, unknown> }
      | undefined;
    return item?.value?.[key];
  };

  it.each(FIELDS)(
    '(%s) is kept when the page closes, with neither Enter nor another field',
    async (label, key, typed, value) => {
      const page = await open();
      await page.getByLabel(label).pressSequentially(typed);
      await page.close();
      await expect.poll(() => stored(key)).toEqual(value);
      const again = await open();
      await expect.poll(() => again.getByLabel(label).inputValue()).toBe(String(value).replace(',', ', '));
      await again.close();
    },
  );

  it.each(FIELDS)(
    '(%s) is kept with the letter that is typed in the moment in which the page closes',
    async (label, key, typed, value) => {
      const page = await open();
      await typeAndReload(page, label, '');
      await typeAndReload(page, label, typed);
      await expect.poll(() => stored(key)).toEqual(value);
      await page.close();
    },
  );

  it('(a description of consent) is kept when the page closes, in both languages', async () => {
    for (const language of ['English', 'Français']) {
      const page = await open();
      await page.getByRole('textbox', { name: language }).first().pressSequentially(`In ${language}`);
      await page.close();
    }
    const asked = { en: 'In English', fr: 'In Français' };
    await expect.poll(() => stored('descriptionTemplates')).toMatchObject({ asked });
  });

  it('is left alone while somebody types it, and put in order when they leave it', async () => {
    const page = await open();
    const [, [label]] = FIELDS;
    await page.getByLabel(label).fill('');
    await page.getByLabel(label).pressSequentially('Choir,  ');
    await expect.poll(() => stored('defaultTags')).toEqual(['Choir']);
    await page.waitForTimeout(300);
    expect(await page.getByLabel(label).inputValue()).toBe('Choir,  ');
    expect(await page.getByText('Saved.').count()).toBe(0);
    await page.keyboard.press('Enter');
    await expectShown(page.getByText('Saved.'));
    expect(await page.getByLabel(label).inputValue()).toBe('Choir');
    await page.close();
  });
});

describe('the name in the record', () => {
  it('is kept with each letter, before the field is left', async ({ browser }) => {
    const popup = await browser.openPopup();
    await putVersioned(popup.page, 'local', 'settings', {});
    const toAccount = (at: PopupPage) => at.page.getByRole('button', { name: /^Account: / }).click();
    await toAccount(popup);
    await popup.field('Your name in the record').pressSequentially('Robin Vale');
    await expect.poll(() => dumpExtensionStorage(popup.page)).toContain('Robin Vale');
    await popup.page.close();
    const again = await browser.openPopup();
    await toAccount(again);
    await expect.poll(() => again.field('Your name in the record').inputValue()).toBe('Robin Vale');
  });
});

/** Types, and loads the page anew in the same moment, as if it had been closed and opened. */
async function typeAndReload(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).evaluate((field: HTMLInputElement, typed) => {
    document.documentElement.dataset.old = '';
    field.focus();
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    location.reload();
  }, text);
  await page.locator('html:not([data-old])').getByLabel(label).waitFor();
}
