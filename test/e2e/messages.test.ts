/** What the popup says: whole, as long as it is true, and once more when it happens once more. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { ENLARGED, NARROW } from '../../scripts/screenshots/looks.ts';
import { putVersioned } from '../../scripts/screenshots/storage.ts';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

/** Longer than a line of the popup, with nothing in it where a browser breaks a line. */
const LONG = 'genevieve.beausejour@ministeredelaculture.example.ca';
const USUAL = { width: 380, height: 560 };

describe('a message of the popup', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;
  let page: Page;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    popup = await browser.openPopup();
    page = popup.page;
    await page.setViewportSize(USUAL);
    await connect(popup);
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const alert = () => page.locator('.popup > [role=alert]');

  async function expectWhole(selector: string): Promise<void> {
    for (const size of [USUAL, { ...USUAL, width: NARROW.width }, NARROW, ENLARGED]) {
      await page.setViewportSize(size);
      expect(await page.evaluate(wordsBeyondTheEdge, selector), JSON.stringify(size)).toEqual([]);
    }
    await page.setViewportSize(USUAL);
  }

  it('that nobody matches a long address is read to its end', async () => {
    await popup.searchBox.fill(LONG);
    await expectShown(page.getByRole('heading', { name: `Nobody matches “${LONG}”` }));
    await expectWhole('.centre');
  });

  it('that names a long address is read to its end', async () => {
    await popup.addButton.click();
    await popup.fill({ email: LONG });
    await popup.saveButton.click();
    await expectShown(popup.notice(`Sending ${LONG} to Envoke`));
    await expectWhole('.toast[role]');
    await expectShown(popup.notice(`${LONG} is in Envoke now`));
    await expectWhole('.toast[role]');
  });

  it('about a form that cannot be saved ends when the person leaves the form', async () => {
    const there = rig.envoke.accounts[0]?.people.list()[3]?.text.email ?? '';
    await popup.searchBox.fill('');
    await popup.addButton.click();
    await popup.fill({ email: there });
    await expectShown(page.getByText(/already in Envoke/i).first());
    await popup.saveButton.click();
    await expectShown(alert().getByText(there));
    await page.keyboard.press('Escape');
    await expectShown(popup.searchBox);
    await expect.poll(() => alert().textContent()).toBe('');
    await expect.poll(() => popup.contacts.count()).toBe(1);
  });

  it('about a fault is dismissed by its button, and the focus has a place then', async () => {
    await button('Resume').click();
    await expectShown(page.getByText(/already in Envoke/i).first());
    await popup.saveButton.click();
    await alert().getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => alert().textContent()).toBe('');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Add contact');
    await page.keyboard.press('Escape');
    await button('Discard').click();
  });

  it('is read aloud again when the same happens again', async () => {
    await popup.contacts.getByRole('button').first().click();
    await button('Copy email address').click();
    await expectShown(popup.notice('Email address copied.'));
    await page.evaluate(countAnnouncements);
    await button('Copy email address').click();
    await expect.poll(() => page.evaluate(() => announced)).toBe(1);
    await page.keyboard.press('Escape');
  });

  it('quotes Envoke’s own words in the quotation marks of the page’s language', async () => {
    const quoted = (language: string) =>
      page.evaluate(quotesOf, language).then((marks) => marks.replaceAll(/"| (?=")/g, ''));
    await putVersioned(page, 'local', 'settings', { language: 'fr' });
    await expectShown(page.getByRole('searchbox', { name: 'Chercher des contacts' }));
    expect(await quoted('en')).toBe('«\u00a0\u00a0»');
    await putVersioned(page, 'local', 'settings', { language: 'en' });
    await expectShown(popup.searchBox);
    expect(await quoted('en')).toBe('auto');
  });
});

/** Run inside the popup. */
declare const announced: number;

function wordsBeyondTheEdge(selector: string): string[] {
  const found: string[] = [];
  for (const box of document.querySelectorAll(selector)) {
    const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(words.currentNode);
      const { left, right } = range.getBoundingClientRect();
      const frame = box.getBoundingClientRect();
      if (left < frame.left || right > Math.min(frame.right, innerWidth))
        found.push(`${words.currentNode.textContent} from ${left} to ${right}`);
    }
  }
  return found;
}

/** Counts what is put into the region that a screen reader reads from. */
function countAnnouncements(): void {
  Object.assign(globalThis, { announced: 0 });
  const region = document.querySelector('.popup > [role=status]');
  if (region === null) throw new Error('There is no region to read from.');
  const count = (changes: MutationRecord[]) => {
    const times = changes.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0);
    Object.assign(globalThis, { announced: announced + times });
  };
  new MutationObserver(count).observe(region, { childList: true });
}

function quotesOf(language: string): string {
  const quote = document.createElement('q');
  quote.lang = language;
  document.querySelector('main')?.append(quote);
  const { quotes } = getComputedStyle(quote);
  quote.remove();
  return quotes;
}
