/** What a person connects for: finding people, and adding one from a page with proof of consent. */
import { afterAll, describe, expect, vi } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { firefoxCannot } from './harness/firefox-cannot.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';
import { STAFF_PAGE, serveWebPages, type WebPages } from './harness/web-pages.ts';

const ADDED = 'noemie.gagnon@lakeside.example.org';

describe('finding and adding contacts', () => {
  let rig: Rig;
  let web: WebPages;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    web = await serveWebPages([STAFF_PAGE]);
    popup = await browser.openPopup();
    await connect(popup);
  });
  afterAll(() => web?.close());

  const people = () => rig.envoke.accounts[0]?.people;

  /** Selects the person on the staff page and chooses the context menu's command. */
  async function addFromSelection(): Promise<void> {
    const page = await browser.openPage(web.url(STAFF_PAGE.path));
    const person = page.locator('#person');
    await person.selectText();
    const selectionText = (await person.textContent()) ?? '';
    await popup.page.close();
    await browser.background.clickMenu(page, { menuItemId: 'add-selection', selectionText });
    popup = await browser.openedPopup();
    await expectShown(popup.field('Email'));
  }

  it('finds a contact by a part of the name', async () => {
    const someone = people()?.list()[40]?.text;
    await popup.searchBox.fill(someone?.last_name ?? '');
    await expectShown(popup.contact(someone?.email ?? ''));
  });

  it('says when there is nobody, and keeps the typed text', async () => {
    await popup.searchBox.fill('zzz nobody zzz');
    await expectShown(popup.page.getByText(/zzz nobody zzz/).first());
    expect(await popup.contacts.getByRole('listitem').count()).toBe(0);
    expect(await popup.searchBox.inputValue()).toBe('zzz nobody zzz');
    await popup.searchBox.fill('');
  });

  it('takes as a name what was typed where nobody matches, not what found people or was typed before', async () => {
    const begin = async () => {
      await popup.addButton.first().click();
      const name = await popup.field('First name').inputValue();
      await popup.page.keyboard.press('Escape');
      await popup.searchBox.waitFor();
      return name;
    };
    await popup.searchBox.fill('a');
    await expectShown(popup.contacts.getByRole('listitem').nth(1));
    expect(await begin()).toBe('');
    await popup.searchBox.fill('Zelda Quill');
    await expectShown(popup.page.getByText('Nobody matches'));
    expect(await begin()).toBe('Zelda');
    // The search is kept, but nobody has typed it in this view.
    await expectShown(popup.page.getByText('Nobody matches'));
    expect(await popup.searchBox.inputValue()).toBe('Zelda Quill');
    expect(await begin()).toBe('');
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
    // What a background has left that the browser ended meanwhile, the next one sends half a minute later.
    await vi.waitUntil(() => people()?.findByEmail(ADDED), { timeout: 40_000 });
    const added = people()?.findByEmail(ADDED)?.text;
    expect(added).toMatchObject({ first_name: 'Noémie', last_name: 'Gagnon' });
    expect(JSON.stringify(people()?.findByEmail(ADDED))).toContain('about membership');
  });

  it("shows the person in the popup's list once they are in Envoke", async () => {
    // The popup over the page closes by itself only where another window takes the focus.
    await popup.page.close();
    popup = await browser.openPopup();
    await popup.searchBox.fill(ADDED);
    await expectShown(popup.contact(ADDED));
  });

  it('says that the person is there already when they are added again, and adds nobody', async () => {
    const before = people()?.list().length;
    await addFromSelection();
    await expectShown(popup.page.getByText(/already/i).first());
    expect(people()?.list()).toHaveLength(before ?? -1);
  });

  it.skipIf(firefoxCannot('tell of a download'))(
    'saves the history as a table, with page and consent',
    async () => {
      popup = await browser.openPopup();
      await popup.page.getByRole('button', { name: /^Account: / }).click();
      // The connection that found the opened popup has a folder of its own for downloads, and clears it away.
      await popup.page.evaluate(keepWhatIsSaved);
      const [download] = await Promise.all([
        popup.page.waitForEvent('download'),
        popup.page.getByRole('button', { name: 'Save as CSV' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('envoke-activity.csv');
      const [names, ...rows] = (await popup.page.evaluate(() => saved)).split('\r\n');
      expect(names).toMatch(/^\uFEFFWhen \(UTC\),Action,Outcome,Contact in Envoke,/);
      const made = rows.filter((row) => row.includes(',create,'));
      expect(made).toHaveLength(1);
      expect(made[0]).toContain('Implied - Inquiry');
      expect(made[0]).toContain(web.url(STAFF_PAGE.path));
    },
  );
});

/** Run inside the popup. */
function keepWhatIsSaved(): void {
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    // A text loses its byte order mark when it is read as one.
    Object.assign(globalThis, { saved: (blob as Blob).arrayBuffer().then(decodeWhole) });
    return create(blob);
  };
  function decodeWhole(bytes: ArrayBuffer): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }
}
declare const saved: Promise<string>;
