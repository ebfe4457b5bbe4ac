/** What nobody said is in no form: nothing of the last person, and no ground, day or status that nobody chose. */
import { describe, expect, vi } from 'vitest';
import { putVersioned } from '../../scripts/screenshots/storage.ts';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

const NEWS = 'Monthly newsletter';
const TAG = 'Media';
const WAIT = { timeout: 20_000, interval: 100 };

describe('what nobody said about consent', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    popup = await browser.openPopup();
    await connect(popup);
  });

  const people = () => rig.envoke.accounts[0]?.people;
  const button = (name: string | RegExp) => popup.page.getByRole('button', { name, exact: true });
  const arrived = (email: string) => vi.waitUntil(() => people()?.findByEmail(email), WAIT);
  const back = async () => {
    await popup.page.reload();
    await popup.addButton.waitFor();
  };
  const useSettings = async (values: Record<string, unknown>) => {
    await putVersioned(popup.page, 'local', 'settings', values);
    await back();
  };
  const paste = async (...lines: string[]) => {
    await popup.addButton.click();
    await button('Paste a list').click();
    await popup.field('Names and email addresses').fill(lines.join('\n'));
    await button('Continue').click();
  };
  const choose = async (ground: string) => {
    const choice = popup.page.locator(`input[value=${ground}]`);
    if (!(await choice.isVisible())) await popup.page.locator('summary', { hasText: 'More grounds' }).click();
    await choice.check();
  };
  const interestsOf = (email: string) => people()?.findByEmail(email)?.interestIds.length;

  it('gives the next person no subscription of the last one, and may offer their tags again', async () => {
    await popup.addButton.click();
    await popup.fill({ email: 'una@lake.example.ca' });
    await button(NEWS).click();
    await button(TAG).click();
    await popup.saveButton.click();
    await arrived('una@lake.example.ca');
    await back();
    await popup.addButton.click();
    await popup.fill({ email: 'bea@lake.example.ca' });
    await expectShown(popup.page.getByRole('button', { name: TAG, pressed: true }));
    await expectShown(popup.page.getByRole('button', { name: NEWS, pressed: false }));
    await button('They asked for our emails · save as Express').click();
    await arrived('bea@lake.example.ca');
    expect(interestsOf('una@lake.example.ca')).toBe(2);
    expect(interestsOf('bea@lake.example.ca')).toBe(1);
  }, 60_000);

  it('gives a subscription chosen for a list to nobody whose own answer is no or unclear', async () => {
    await back();
    await paste(
      'Name,Email,Newsletter opt-in',
      'Ada Moss,ada.moss@lake.example.ca,Yes',
      'Ben Ivory,ben.ivory@lake.example.ca,No',
      'Cy Oakley,cy.oakley@lake.example.ca,"Yes, but not now"',
    );
    await expectShown(popup.page.getByRole('button', { name: NEWS, pressed: false }));
    await button(NEWS).click();
    await expectShown(popup.page.getByText(`Not set for 2 people whose answer is not a yes: ${NEWS}.`));
    await button('Add 3 people as Not Provided').click();
    await arrived('cy.oakley@lake.example.ca');
    const given = ['ada.moss', 'ben.ivory', 'cy.oakley'].map((one) => interestsOf(`${one}@lake.example.ca`));
    expect(given).toEqual([2, 1, 1]);
  }, 60_000);

  it.each(['asked', 'inquired'])(
    'writes no proof of the default ground %s alone',
    async (defaultBasis) => {
      await useSettings({ defaultBasis });
      const [one, two] = [`one.${defaultBasis}@lake.example.ca`, `two.${defaultBasis}@lake.example.ca`];
      await popup.addButton.click();
      await popup.fill({ email: one });
      await expectShown(popup.page.getByRole('radio', { name: 'Something else', checked: true }));
      expect(await popup.page.getByText('OK to email until').count()).toBe(0);
      await button('Save as Not Provided').click();
      await arrived(one);
      await back();
      await paste('Name,Email,Newsletter opt-in', `Dee Ash,${two},`, `Eli Fir,eli.${two},Yes`);
      await button('Add 2 people as Not Provided').click();
      await arrived(`eli.${two}`);
      for (const email of [one, two])
        expect(people()?.findByEmail(email)?.consent).toMatchObject({
          status: 'Not Provided',
          description: expect.stringMatching(/without a description/),
        });
      await back();
      await popup.addButton.click();
      await popup.fill({ email: `three.${defaultBasis}@lake.example.ca` });
      await choose(defaultBasis);
      await expectShown(button(/^Save as (Express|Implied - Inquiry)$/));
    },
    60_000,
  );

  it.each([
    ['a year that is over', 'Last year'],
    ['a day still to come', '2099-05-01'],
  ])(
    'takes in one press no day of another ground: %s',
    async (_, day) => {
      await useSettings({});
      const email = `day.${day.slice(0, 4).toLowerCase()}@lake.example.ca`;
      await popup.addButton.click();
      await popup.fill({ email });
      await choose('client');
      if (day === 'Last year') await button(day).click();
      else await popup.field('When?').fill(day);
      await choose('found');
      await button('They asked for our emails · save as Express').click();
      await arrived(email);
      const { description } = people()?.findByEmail(email)?.consent ?? {};
      expect(description).toMatch(/^Asked to receive our emails, \w+ \d+, \d{4}\.$/);
      expect(description).not.toMatch(new RegExp(`2099|${new Date().getFullYear() - 1}`));
    },
    60_000,
  );

  it('keeps in one press the words that somebody wrote', async () => {
    const email = 'words@lake.example.ca';
    await back();
    await popup.addButton.click();
    await popup.fill({ email, consentDescription: 'Asked me at the fair in Perth.' });
    await button('They asked for our emails · save as Express').click();
    await arrived(email);
    expect(people()?.findByEmail(email)?.consent).toMatchObject({
      status: 'Express',
      description: 'Asked me at the fair in Perth.',
    });
  }, 60_000);

  it('has the default tags by the names that the reader sees, and says which Envoke does not have', async () => {
    await useSettings({ defaultTags: ['congres annuel', 'Nowhere', NEWS] });
    await popup.addButton.click();
    await popup.fill({ email: 'tags@lake.example.ca' });
    await expectShown(popup.page.getByRole('button', { name: 'Annual conference', pressed: true }));
    await expectShown(popup.page.getByText(`they are not added: Nowhere, ${NEWS}. Correct them`));
    await popup.saveButton.click();
    await arrived('tags@lake.example.ca');
    const ids = people()?.findByEmail('tags@lake.example.ca')?.interestIds ?? [];
    const names = ids.map((id) => rig.envoke.accounts[0]?.interests.find(id)?.name);
    expect(names).toContain('Annual conference');
    expect(names).not.toContain(NEWS);
    const settings = await browser.openExtensionPage('settings.html');
    await expectShown(settings.getByText(`they are not added: Nowhere, ${NEWS}. Correct them`));
    await settings.close();
  }, 60_000);

  it('makes no consent the default where Not Provided is not offered, and saves nothing before one is chosen', async () => {
    await useSettings({ allowedConsentStatuses: ['Express', 'Implied - Inquiry', 'Revoked'] });
    const refused = popup.page.getByText('The settings do not allow “Not Provided”.');
    await popup.addButton.click();
    await popup.fill({ email: 'unasked@lake.example.ca', consentDescription: 'Met at the fair.' });
    await expectShown(refused);
    await popup.page.keyboard.press('Control+Enter');
    await expect.poll(() => popup.field('Consent status').getAttribute('aria-invalid')).toBe('true');
    expect(await popup.field('Consent status').evaluate((field) => field === document.activeElement)).toBe(
      true,
    );
    await choose('inquired');
    expect(await refused.count()).toBe(0);
    await button('Save as Implied - Inquiry').click();
    await arrived('unasked@lake.example.ca');
    expect(people()?.findByEmail('unasked@lake.example.ca')?.consent.status).toBe('Implied - Inquiry');
    await back();
    await paste('Name,Email', 'Fay Elm,fay.elm@lake.example.ca', 'Gil Yew,gil.yew@lake.example.ca');
    await button('Add 2 people').click();
    await expect.poll(() => popup.field('Consent status').getAttribute('aria-invalid')).toBe('true');
    expect(people()?.findByEmail('fay.elm@lake.example.ca')).toBeUndefined();
  }, 60_000);
});
