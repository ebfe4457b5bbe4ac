/** What a person connects for: finding people, and adding one from a page with proof of consent. */
import { afterAll, describe, expect, vi } from 'vitest';
import type { ChromiumUnderTest } from './harness/chromium.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';
import { STAFF_PAGE, serveWebPages, type WebPages } from './harness/web-pages.ts';

const ADDED = 'noemie.gagnon@lakeside.example.org';

describe('finding and adding contacts', () => {
  let rig: Rig;
  let web: WebPages;
  let chromium: ChromiumUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, chromium: shared }) => {
    rig = own;
    chromium = shared;
    web = await serveWebPages([STAFF_PAGE]);
    popup = await chromium.openPopup();
    await connect(popup);
  });
  afterAll(() => web?.close());

  const people = () => rig.envoke.accounts[0]?.people;

  /** Selects the person on the staff page and chooses the context menu's command. */
  async function addFromSelection(): Promise<void> {
    const page = await chromium.openPage(web.url(STAFF_PAGE.path));
    const person = page.locator('#person');
    await person.selectText();
    const selectionText = (await person.textContent()) ?? '';
    await popup.page.close();
    await chromium.worker.clickMenu(page, { menuItemId: 'add-selection', selectionText });
    popup = await chromium.openedPopup();
    await expectShown(popup.field('Email'));
  }

  it('finds a contact by a part of the name', async () => {
    const someone = people()?.list()[40]?.text;
    await popup.searchBox.fill(someone?.last_name ?? '');
    await expectShown(popup.contact(someone?.email ?? ''));
  });

  it('says honestly when there is nobody, and keeps what was typed', async () => {
    await popup.searchBox.fill('zzz nobody zzz');
    await expectShown(popup.page.getByText(/zzz nobody zzz/).first());
    expect(await popup.contacts.getByRole('listitem').count()).toBe(0);
    expect(await popup.searchBox.inputValue()).toBe('zzz nobody zzz');
    await popup.searchBox.fill('');
  });

  it('fills in the form from the selection, and writes nothing before the person confirms', async () => {
    await addFromSelection();
    expect(await popup.field('Email').inputValue()).toBe(ADDED);
    expect(await popup.field('First name').inputValue()).toBe('Noémie');
    expect(await popup.field('Last name').inputValue()).toBe('Gagnon');
    expect(people()?.findByEmail(ADDED)).toBeUndefined();
  });

  it('adds the person with the consent that was chosen', async () => {
    await popup.fill({
      consentStatus: 'Implied - Inquiry',
      consentDescription: 'Wrote to the front desk on 3 March about membership.',
    });
    await popup.saveButton.click();
    await expectShown(popup.searchBox);
    await vi.waitUntil(() => people()?.findByEmail(ADDED), { timeout: 10_000 });
    const added = people()?.findByEmail(ADDED)?.text;
    expect(added).toMatchObject({ first_name: 'Noémie', last_name: 'Gagnon' });
    expect(JSON.stringify(people()?.findByEmail(ADDED))).toContain('about membership');
  });

  it("shows the person in the popup's list once they are in Envoke", async () => {
    popup = await chromium.openPopup();
    await popup.searchBox.fill(ADDED);
    await expectShown(popup.contact(ADDED));
  });

  it('says that the person is there already when they are added again, and adds nobody', async () => {
    const before = people()?.list().length;
    await addFromSelection();
    await expectShown(popup.page.getByText(/already/i).first());
    expect(people()?.list()).toHaveLength(before ?? -1);
  });
});
