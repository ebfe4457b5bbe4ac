/** Keys in a hurry: held down, pressed twice, or typed before the form is there. Nothing is done twice, and no letter is lost. */
import type { Page } from 'playwright-core';
import { describe, expect, vi } from 'vitest';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

const LIST = 'Ada Moss <ada.moss@lake.example.ca>\nBen Ivory <ben.ivory@lake.example.ca>';
const WAIT = { timeout: 20_000, interval: 100 };

describe('keys in a hurry', () => {
  let rig: Rig;
  let popup: PopupPage;
  let page: Page;

  it.beforeAll(async ({ rig: own, browser }) => {
    rig = own;
    popup = await browser.openPopup();
    page = popup.page;
    await connect(popup);
  });
  /** Whether a key that is held is refused; another key after it, so that the next press is a first one. */
  const isWatched = () =>
    page.evaluate(() => {
      const press = (key: string, repeat: boolean) =>
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true }),
        );
      const isRefused = !press('Enter', true);
      press('F24', false);
      return isRefused;
    });
  /** Nothing but the list is loaded then, and what watches over presses. */
  const reload = async () => {
    await page.reload();
    await expectShown(popup.contacts.getByRole('listitem').first());
    await focusIsOn('.search-input');
    await expect.poll(isWatched, WAIT).toBe(true);
  };
  it.beforeEach(() => reload());

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const find = (email: string) => rig.envoke.accounts[0]?.people.findByEmail(email);
  const focusIsOn = (element: string) =>
    expect
      .poll(() => page.evaluate((selector) => document.activeElement?.matches(selector), element))
      .toBe(true);
  /** Time enough for a view to open. */
  const expectList = async () => {
    await page.waitForTimeout(500);
    await expectShown(popup.searchBox);
    await focusIsOn('.search-input');
  };
  /** As a keyboard does that goes on while a key is held. */
  const repeat = async (key: string, times: number) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.down(key);
  };

  it.each([
    { by: 'Enter', every: 30, email: 'abcdef@lake.example.ca' },
    { by: 'Enter', every: 60, email: 'bcdefg@lake.example.ca' },
    { by: 'click', every: 30, email: 'cdefgh@lake.example.ca' },
    { by: 'Control+Enter', every: 30, email: 'defghi@lake.example.ca' },
  ])(
    'typed every $every ms right after Add contact, by $by, are all in its first field',
    async ({ by, every, email }) => {
      if (by === 'Enter') await popup.addButton.focus();
      if (by === 'click') await popup.addButton.click();
      else await page.keyboard.press(by);
      await page.keyboard.type(email, { delay: every });
      await expectShown(page.getByRole('heading', { name: 'Add contact' }));
      expect(await popup.field('Email').inputValue()).toBe(email);
      await page.keyboard.press('Escape');
      expect(await popup.searchBox.inputValue()).toBe('');
      await button('Discard').first().click();
    },
  );

  it('save once while Enter is held, and open nobody of the list that comes back', async () => {
    const email = 'una.held@lake.example.ca';
    await popup.addButton.click();
    await popup.fill({ email });
    await popup.saveButton.focus();
    await page.keyboard.down('Enter');
    await focusIsOn('.search-input');
    await repeat('Enter', 3);
    await page.keyboard.up('Enter');
    await expectList();
    await vi.waitUntil(() => find(email), WAIT);
  });

  it('save once while Control and Enter are held, and open no other form', async () => {
    const email = 'bea.held@lake.example.ca';
    await popup.addButton.click();
    await popup.fill({ email });
    await page.keyboard.down('Control');
    await page.keyboard.down('Enter');
    await focusIsOn('.search-input');
    await repeat('Enter', 3);
    await page.keyboard.up('Enter');
    await page.keyboard.up('Control');
    await expectList();
    await vi.waitUntil(() => find(email), WAIT);
  });

  it('leave one view while Enter is pressed twice on Back, and open nobody; later Enter opens as ever', async () => {
    await popup.addButton.click();
    await button('Back').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expectList();
    await page.keyboard.press('Enter');
    await expectShown(button('Edit'));
  });

  it('switch a tag once while Enter is held', async () => {
    await page.keyboard.type('una.held@lake.example.ca');
    await popup.contact('una.held@lake.example.ca').click();
    const tag = button('Annual conference');
    await tag.focus();
    // An even number would leave it as it was.
    await repeat('Enter', 6);
    await page.keyboard.up('Enter');
    await vi.waitUntil(() => find('una.held@lake.example.ca')?.interestIds.length === 1, WAIT);
    expect(await tag.getAttribute('aria-pressed')).toBe('true');
  });

  it('never hear that nobody is added while a list is handed over', async () => {
    await popup.addButton.click();
    await button('Paste a list').click();
    await popup.field('Names and email addresses').fill(LIST);
    await button('Continue').click();
    await expectShown(popup.notice('2 people will be added'));
    await page.evaluate(listen);
    await button('Add 2 people as Not Provided').click();
    await vi.waitUntil(() => find('ben.ivory@lake.example.ca'), WAIT);
    expect(await page.evaluate(() => document.documentElement.dataset.heard)).not.toContain('0 people');
  });
});

/** Runs inside the page: keeps all that its live regions say. */
function listen(): void {
  const { dataset } = document.documentElement;
  dataset.heard = '';
  const keep = () => {
    for (const region of document.querySelectorAll('[role=status]'))
      dataset.heard += ` ${region.textContent}`;
  };
  new MutationObserver(keep).observe(document.body, { subtree: true, childList: true, characterData: true });
}
