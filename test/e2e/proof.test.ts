/** Proof that would stand up: who recorded a consent, on which ground, of which day, in which words, on one page to print. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { firefoxCannot } from './harness/firefox-cannot.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

const EMAIL = 'orla.quill@lake.example.ca';

describe('the proof of a consent', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;
  let sheet: Page;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    popup = await browser.openPopup();
    await connect(popup);
  });

  const people = () => rig.envoke.accounts[0]?.people;

  it('is not taken without the conditions of its ground, and asks once who records it', async () => {
    await popup.addButton.click();
    await popup.fill({ email: EMAIL, firstName: 'Orla', lastName: 'Quill' });
    await popup.page.getByText('More grounds').first().click();
    await popup.page.getByLabel('They publish the address for their role').check();
    await popup.field('Your name in the record').fill('Ann Roe');
    await popup.saveButton.click();
    await expectShown(popup.page.getByRole('alert').filter({ hasText: 'Without this there is no consent' }));
    expect(people()?.findByEmail(EMAIL)).toBeUndefined();
    for (const condition of ['No note there says', 'Our message is about their role'])
      await popup.page.getByLabel(condition).check();
    await popup.field('When?').fill('2026-01-12');
    await popup.saveButton.click();
    await expect
      .poll(() => people()?.findByEmail(EMAIL)?.consent.status, { timeout: 15_000 })
      .toBe('Implied - No Expiry');
    await popup.addButton.click();
    await expectShown(popup.field('Email'));
    expect(await popup.field('Your name in the record').count()).toBe(0);
    await popup.page.getByRole('button', { name: /Back/ }).first().click();
  });

  it('stands on one page in both languages, from the contact', async () => {
    await popup.searchBox.fill(EMAIL);
    await popup.contact('Orla Quill').getByRole('button').click();
    [sheet] = await Promise.all([
      popup.page.context().waitForEvent('page'),
      popup.page.getByRole('link', { name: 'Proof of consent' }).click(),
    ]);
    await expectShown(sheet.getByRole('heading', { name: 'Proof of consent: Orla Quill' }));
    const text = () => sheet.locator('article').textContent();
    for (const fact of [
      EMAIL,
      'Implied - No Expiry',
      'Ann Roe',
      'They publish the address for their role (CASL, section 10(9)(b))',
      'January 12, 2026',
      'No note there says that messages are unwanted; Our message is about their role',
      'Recorded in these words:',
      people()?.findByEmail(EMAIL)?.consent.description ?? 'nobody',
    ])
      expect(await text()).toContain(fact);
    await sheet.getByRole('button', { name: 'Français' }).click();
    await expectShown(sheet.getByRole('heading', { name: 'Preuve de consentement' }));
    expect(await sheet.locator('html').getAttribute('lang')).toBe('fr-CA');
    for (const fact of ['Consigné par', '12 janvier 2026', 'LCAP, article 10(9)(b)'])
      expect(await text()).toContain(fact);
  });

  it.skipIf(firefoxCannot('show a page as it is printed'))('is printed without its buttons', async () => {
    const print = sheet.getByRole('button', { name: 'Imprimer' });
    await expectShown(print);
    await sheet.emulateMedia({ media: 'print' });
    expect(await print.isVisible()).toBe(false);
  });

  it('says that words were changed in Envoke since', async () => {
    const person = people()?.findByEmail(EMAIL);
    if (person === undefined) throw new Error('nobody was added');
    people()?.replace({ ...person, consent: { ...person.consent, description: 'Something else' } });
    const page = await popup.page.context().newPage();
    const account = rig.envoke.accounts[0]?.id ?? '';
    await page.goto(
      popup.page.url().replace(/popup\.html.*/, `proof.html?account=${account}&contact=${person.id}`),
    );
    await expectShown(page.getByText('These words were not recorded through this extension'));
    await page.goto(page.url().replace(/account=\d+/, 'account=999'));
    await expectShown(page.getByText('Open the proof from a contact in the extension.'));
    await page.close();
  });
});
