/** A registration list with an opt-in column: five gestures from the clipboard to Envoke, everybody on their own day. */
import { afterAll, describe, expect, vi } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { putUnderPopup } from './harness/page-under-popup.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';
import { serveWebPages, type WebPages } from './harness/web-pages.ts';

const PEOPLE = 40;
const HEADER = 'First name\tLast name\tEmail\tNewsletter opt-in\tOpt-in date';
const email = (at: number) => `guest.${at}@lake.example.ca`;
/** Every fifth says no; each has a day of their own. */
const LINES = Array.from({ length: PEOPLE }, (_, at) =>
  [
    'Guest',
    `Oak${at}`,
    email(at),
    at % 5 === 0 ? 'No' : 'Yes',
    `2026-03-${String((at % 28) + 1).padStart(2, '0')}`,
  ].join('\t'),
);
const LIST = [HEADER, ...LINES, 'Nobody\tHere\tby phone only\tYes\t2026-03-01'].join('\n');

/** As a site for registrations shows them to an event's organizers. */
const TABLE = {
  path: '/attendees',
  title: 'Attendees – Spring workshop',
  html: `<main><h1>Attendees</h1><table id="attendees">
    <tr><th>Name</th><th>Email</th><th>Newsletter opt-in</th><th>Registered</th><th>Volunteer</th></tr>
    <tr><td>Ada Moss</td><td>ada.moss@reef.example.ca</td><td>Yes</td><td>2026-04-02</td><td>yes</td></tr>
    <tr><td>Ben Ivory</td><td>ben.ivory@reef.example.ca</td><td>No</td><td>2026-04-03</td><td></td></tr>
    <tr><td>Cy Oakley</td><td>cy.oakley@reef.example.ca</td><td>Yes</td><td>2026-04-05</td><td></td></tr>
    <tr><td>Walk-in</td><td>by phone only</td><td>Yes</td><td>2026-04-06</td><td></td></tr></table></main>
    <footer>Questions: Dee Ashby, dee.ashby@reef.example.ca</footer>`,
} as const;

describe('a registration list', () => {
  let rig: Rig;
  let web: WebPages;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    web = await serveWebPages([TABLE]);
    popup = await browser.openPopup();
    await popup.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await connect(popup);
  });
  afterAll(() => web?.close());

  const people = () => rig.envoke.accounts[0]?.people;
  const button = (name: string) => popup.page.getByRole('button', { name, exact: true });

  it(`brings ${PEOPLE} people to Envoke in five gestures: a yes as Express on its own day, a no as Not Provided`, async () => {
    await popup.page.evaluate((text) => navigator.clipboard.writeText(text), LIST);
    await popup.addButton.click();
    await button('Paste a list').click();
    await popup.field('Names and email addresses').waitFor();
    await popup.page.keyboard.press('Control+V');
    await expectShown(popup.page.getByText('32 yes, 8 no, 0 without an answer.'));
    await expectShown(popup.page.getByText('1 line not understood'));
    await button('Yes counts: 32 as Express').click();
    await button(`Add ${PEOPLE} people`).click();
    await vi.waitUntil(() => people()?.findByEmail(email(PEOPLE - 1)), { timeout: 90_000, interval: 200 });
    expect(people()?.findByEmail(email(1))?.consent).toMatchObject({
      status: 'Express',
      description: expect.stringMatching(/March 2, 2026.*“Newsletter opt-in”: yes/),
    });
    expect(people()?.findByEmail(email(5))?.consent).toMatchObject({
      status: 'Not Provided',
      description: expect.stringContaining('“Newsletter opt-in”: no'),
    });
  }, 120_000);

  it('takes a CSV file that is dropped, says which line holds nobody, and reads a corrected column again', async () => {
    await button('Back').click();
    await popup.addButton.click();
    await button('Paste a list').click();
    const csv =
      'Prénom;Nom;Courriel;Comité\nZoé;Roy;zoe.roy@lac.example.ca;oui\nLuc;Lê;luc.le@lac.example.ca;\nSans;Adresse;;oui';
    await popup.page.locator('form').evaluate((form, text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'liste.csv', { type: 'text/csv' }));
      form.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, csv);
    await expectShown(popup.page.getByRole('heading', { name: 'Review 2 people' }));
    await popup.page.getByText('1 line not understood').click();
    await expectShown(popup.page.getByText('Line 4: Sans | Adresse | oui'));
    await popup.page.getByText('4 columns read').click();
    await popup.field('Comité').selectOption({ label: 'Tag: Annual conference' });
    await button('Add 2 people as Not Provided').click();
    await vi.waitUntil(() => people()?.findByEmail('luc.le@lac.example.ca'), {
      timeout: 30_000,
      interval: 200,
    });
    expect(people()?.findByEmail('zoe.roy@lac.example.ca')?.interestIds).toHaveLength(1);
    expect(people()?.findByEmail('luc.le@lac.example.ca')?.interestIds).toHaveLength(0);
  }, 60_000);

  it('is corrected column by column where its people were ticked on the page, also when the review is resumed', async () => {
    await putUnderPopup(popup.page, await browser.openPage(web.url(TABLE.path)));
    await popup.page.bringToFront();
    await popup.page.reload();
    await popup.page.getByRole('button', { name: /^On this page/ }).click();
    for (const name of ['Ada Moss', 'Ben Ivory']) await popup.page.getByLabel(`Choose ${name}`).check();
    await button('Add 2 people').click();
    await expectShown(popup.page.getByText('1 yes, 1 no, 0 without an answer.'));
    await expectShown(popup.page.getByText('1 line not understood'));
    await popup.page.getByText('5 columns read').click();
    await popup.field('Newsletter opt-in').selectOption({ label: 'Not used' });
    await popup.page.keyboard.press('Escape');
    await button('Back').click();
    await expectShown(popup.page.getByText('Unfinished: 2 people from Attendees – Spring workshop'));
    await button('Resume').click();
    await popup.page.getByText('5 columns read').click();
    expect(await popup.field('Newsletter opt-in').inputValue()).toBe('');
    await popup.field('Volunteer').selectOption({ label: 'Agreed to email (yes or no)' });
    await expectShown(popup.page.getByText('1 yes, 0 no, 1 without an answer.'));
    await button('Back').click();
    await button('Discard').click();
  }, 60_000);

  it('is corrected column by column where it was selected on a page, too', async () => {
    const page = await browser.openPage(web.url(TABLE.path));
    await page.locator('#attendees').selectText();
    const selectionText = await page.evaluate(() => String(getSelection()));
    await popup.page.close();
    await browser.background.clickMenu(page, { menuItemId: 'add-selection', selectionText });
    popup = await browser.openedPopup();
    await expectShown(popup.page.getByRole('heading', { name: 'Review 3 people' }));
    await expectShown(popup.page.getByText('1 line not understood'));
    await popup.page.getByText('5 columns read').click();
    await popup.field('Volunteer').selectOption({ label: 'Tag: Annual conference' });
    await popup.field('Registered').selectOption({ label: 'Day of the agreement' });
    await expectShown(popup.page.getByText('2 yes, 1 no, 0 without an answer.'));
    await button('Yes counts: 2 as Express').click();
    await button('Add 3 people').click();
    await vi.waitUntil(() => people()?.findByEmail('cy.oakley@reef.example.ca'), {
      timeout: 30_000,
      interval: 200,
    });
    const [ada, ben] = ['ada.moss', 'ben.ivory'].map((one) =>
      people()?.findByEmail(`${one}@reef.example.ca`),
    );
    expect(ada?.consent).toMatchObject({
      status: 'Express',
      description: expect.stringMatching(
        /Attendees – Spring workshop.*April 2, 2026.*“Newsletter opt-in”: yes/,
      ),
    });
    expect(ada?.interestIds).toHaveLength(1);
    expect(ben?.consent).toMatchObject({ status: 'Not Provided' });
    expect(ben?.interestIds).toHaveLength(0);
  }, 60_000);
});
