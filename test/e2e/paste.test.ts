/** A list from a spreadsheet, pasted: looked through, then in Envoke. */
import { describe, expect, vi } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { dumpExtensionStorage } from './harness/extension-storage.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';
import { serveWebPages } from './harness/web-pages.ts';

/** Only the links have the addresses. */
const COUNCIL = `<table><tr><th>Name</th><th>Office</th><th>Contact</th></tr>
<tr><td>Imelda Oakes</td><td>Mayor</td><td><a href="mailto:imelda.oakes@elmbend.example.ca">Write</a><br>506-555-0101</td></tr>
<tr><td>Peter Ngo</td><td>Councillor</td><td><a href="mailto:ward2@elmbend.example.ca">Write</a></td></tr></table>`;

describe('pasting a list', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    popup = await browser.openPopup();
    await connect(popup);
  });

  const button = (name: string) => popup.page.getByRole('button', { name, exact: true });

  it('adds those who are new, once each, and leaves the others as they are', async () => {
    const people = rig.envoke.accounts[0]?.people;
    const there = people?.list().find(({ text }) => text.email !== '');
    const before = people?.list().length ?? 0;
    await popup.addButton.click();
    await button('Paste a list').click();
    await popup
      .field('Names and email addresses')
      .fill(
        [
          'First name\tLast name\tE-mail',
          'Priya\tRaman\tpriya.raman@harbourarts.example.ca',
          'Owen\tLindqvist\towen.lindqvist@harbourarts.example.ca',
          'Priya\tRaman\tPriya.Raman@harbourarts.example.ca',
          `Some\tOther\t${there?.text.email}`,
        ].join('\n'),
      );
    await button('Continue').click();
    await expectShown(popup.page.getByText('Already in Envoke'));
    await button('Add 2 people as Not Provided').click();
    await vi.waitUntil(() => people?.list().length === before + 2, { timeout: 15_000, interval: 100 });
    expect(people?.findByEmail('priya.raman@harbourarts.example.ca')).toMatchObject({
      text: { first_name: 'Priya', last_name: 'Raman' },
      consent: { status: 'Not Provided' },
    });
    expect(people?.findByEmail('owen.lindqvist@harbourarts.example.ca')?.text.last_name).toBe('Lindqvist');
    expect(people?.findByEmail(there?.text.email ?? '')?.text).toEqual(there?.text);
  });

  it('writes nobody of an abandoned list, whatever is typed afterwards, and resumes it by a click', async () => {
    const people = rig.envoke.accounts[0]?.people;
    const before = people?.list().length ?? 0;
    await popup.page.close();
    popup = await browser.openPopup();
    await popup.addButton.click();
    await button('Paste a list').click();
    await popup
      .field('Names and email addresses')
      .fill('Ada Moss <ada.moss@lake.example.ca>\nBen Ivory <ben.ivory@lake.example.ca>');
    await button('Continue').click();
    await button('Add 2 people as Not Provided').waitFor();
    await popup.page.keyboard.press('Escape');
    await button('Add 2 people as Not Provided').waitFor({ state: 'detached' });
    // A popup that goes in the same instant takes along what it was about to keep.
    const kept = () => dumpExtensionStorage(popup.page);
    await expect.poll(kept, { timeout: 5_000 }).toContain('ada.moss@lake.example.ca');
    await popup.page.close();

    popup = await browser.openPopup();
    await expectShown(popup.page.getByText('Unfinished: 2 people'));
    await popup.searchBox.waitFor();
    await popup.page.keyboard.type('zz');
    await popup.page.keyboard.press('Enter');
    await popup.page.keyboard.press('Control+Enter');
    // A form for one person, since nobody is called so.
    await expectShown(popup.field('Email'));
    await popup.page.keyboard.press('Enter');
    await popup.page.keyboard.press('Escape');
    await popup.searchBox.waitFor();
    await popup.page.close();

    popup = await browser.openPopup();
    await expectShown(button('Resume'));
    await button('Resume').click();
    await button('Add 2 people as Not Provided').waitFor();
    expect(people?.list()).toHaveLength(before);
    await popup.page.keyboard.press('Escape');
    await popup.page.close();

    popup = await browser.openPopup();
    await button('Discard').click();
    await vi.waitUntil(async () => (await popup.page.getByText('Unfinished').count()) === 0, {
      timeout: 5_000,
    });
  });

  it('reads a copied part of a page as the page itself: links with addresses, cells, line breaks', async () => {
    const web = await serveWebPages([{ path: '/council', title: 'Council', html: COUNCIL }]);
    const page = await browser.openPage(web.url('/council'));
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    web.close();
    await page.close();
    await popup.page.close();

    popup = await browser.openPopup();
    // What was typed to search comes back, and would be the start of a contact.
    await popup.searchBox.fill('');
    await popup.addButton.click();
    await button('Paste a list').click();
    await popup.field('Names and email addresses').waitFor();
    await popup.page.keyboard.press('Control+V');
    await button('Continue').click();
    await expectShown(popup.page.getByRole('heading', { name: 'Review 2 people' }));
    const people = popup.page.getByRole('list', { name: 'People to add' });
    for (const name of ['Imelda Oakes', 'Peter Ngo'])
      await expectShown(people.getByRole('checkbox', { name }));
    for (const email of ['imelda.oakes@elmbend.example.ca', 'ward2@elmbend.example.ca'])
      await expectShown(people.getByText(email));
    await popup.page.keyboard.press('Escape');
  });
});
