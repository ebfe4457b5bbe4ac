/** Who asked to be unsubscribed is nobody to be emailed, wherever they are shown, while Envoke does not have it or refused it. */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, vi } from 'vitest';
import { localDay } from '../../extension/lib/i18n/index.ts';
import { monthsFrom } from '../../extension/lib/memory/consent-ends.ts';
import { getItem, putVersioned } from '../../scripts/screenshots/storage.ts';
import { addMonths } from '../../shared/consent.ts';
import { connect, EnvokePages } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { ownLane } from './harness/lanes.ts';
import { putUnderPopup } from './harness/page-under-popup.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';
import { spokenFaults } from './harness/spoken-faults.ts';
import { serveWebPages, type WebPages } from './harness/web-pages.ts';

const UNA = 'una@lake.example.ca';
const OLA = 'ola@lake.example.ca';
const REASON = 'She phoned on Monday.';
const TEAM = { path: '/team', title: 'Our team', html: `<p>Una: ${UNA}</p><p>Ola: ${OLA}</p>` };
const [THIS_MONTH] = monthsFrom(localDay(Date.now()));
const LAST_DAY = addMonths(`${THIS_MONTH}-31`, 0);
const WAIT = { timeout: 30_000, interval: 100 };
/** Longer than all that is looked at meanwhile. */
const SLOW_MS = 20_000;

describe('an unsubscribing that Envoke does not have', () => {
  let rig: Rig;
  let web: WebPages;
  let popup: PopupPage;
  let page: Page;

  const people = () => rig.envoke.accounts[0]?.people;
  const una = () => people()?.findByEmail(UNA);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const row = (list: string) =>
    page.getByRole('list', { name: list }).getByRole('listitem').filter({ hasText: UNA });

  it.beforeAll(async ({ rig: own, browser }) => {
    rig = own;
    web = await serveWebPages([TEAM]);
    popup = await browser.openPopup();
    page = popup.page;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await connect(popup);
    const ending = { status: 'Implied - Inquiry' as const, expiry: `${LAST_DAY} 23:00:00` };
    for (const [at, email] of [UNA, OLA].entries()) {
      const model = people()?.list()[at];
      if (model === undefined) throw new Error('the stand-in has nobody');
      people()?.replace({
        ...model,
        text: { ...model.text, email },
        consent: { ...model.consent, ...ending },
      });
    }
    const { value: accounts } = (await getItem(page, 'local', 'accounts')) as {
      value: { currentId: string };
    };
    const ids = [UNA, OLA].map((email) => people()?.findByEmail(email)?.id ?? '');
    const days = Object.fromEntries(ids.map((id) => [id, LAST_DAY]));
    const read = { days, isWhole: true, readAtMs: Date.now(), reading: null };
    await putVersioned(page, 'local', 'consentEnds', { [accounts.currentId]: read });
    await putVersioned(page, 'local', 'settings', { consentClock: 'list' });
    await putUnderPopup(page, await browser.openPage(web.url(TEAM.path)));
    await page.bringToFront();
    await page.reload();
    await popup.searchBox.fill(UNA);
    await popup.contact(UNA).getByRole('button').click();
    await page.getByText('Unsubscribe…').click();
    await popup.field('Reason').fill(REASON);
  });
  afterAll(() => web?.close());

  /** In every place that shows whether they may be emailed; the search holds their address. */
  const shownNowhereAsMailable = async () => {
    await popup.searchBox.fill(UNA);
    await expectShown(popup.contact(UNA).getByText('Do not email'));
    await popup.searchBox.fill('');
    await button(/^On this page/).click();
    await expectShown(row('People on this page').getByText('Do not email'));
    await expectShown(page.getByText('OK to email'));
    await button('Back').click();
    await button(/^Show$/).click();
    await button('Copy 1 address').click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(OLA);
    expect(await row('Consents that end soon').count()).toBe(0);
    await button('Back').click();
    await popup.addButton.first().click();
    await popup.fill({ email: UNA });
    await expectShown(page.getByText('is in Envoke: do not email'));
    await button('Back').click();
    await button('Discard').click();
  };

  it('is shown in the list, on the page, among consents that end and in the form, while it waits', async () => {
    rig.envoke.modes.set({ slowMs: SLOW_MS, only: 'PATCH' });
    await button('Unsubscribe').click();
    await expectShown(
      page.getByRole('heading', { name: 'Do not email: this person asked to be unsubscribed' }),
    );
    await button('Back').click();
    await shownNowhereAsMailable();
    expect(una()?.consent.status).toBe('Implied - Inquiry');
  });

  it('is shown in the same places once it was refused, with what to do, in words of its own', async () => {
    rig.envoke.modes.set({ slowMs: 0, only: '', consentChangeRefused: true });
    await popup.notice(`Do not email ${UNA}: the unsubscribing was refused`).waitFor({ timeout: 40_000 });
    await shownNowhereAsMailable();
    await popup.searchBox.fill(UNA);
    await popup.contact(UNA).getByRole('button').click();
    await expectShown(
      page.getByRole('heading', { name: 'Do not email: this person asked to be unsubscribed' }),
    );
    expect(await page.getByText('OK to email').count()).toBe(0);
    await expectShown(page.getByText('unsubscribe this person in Envoke itself'));
    if (ownLane().browser.kind === 'chromium') expect(await spokenFaults(page)).toEqual([]);
    await button('1 to fix').click();
    await expectShown(page.getByText('unsubscribe this person in Envoke itself'));
    expect(await page.getByText('Correct them and save again').count()).toBe(0);
    await button(/^Delete/).click();
    await expectShown(page.getByText('Envoke goes on sending'));
    await button('Cancel').click();
  });

  it('is over once it was sent again and Envoke has it', async () => {
    rig.envoke.modes.set({ consentChangeRefused: false });
    await button(/^Try again/).click();
    await vi.waitUntil(() => una()?.consent.status === 'Revoked', WAIT);
    expect(una()?.consent.description).toBe(REASON);
    await button('Back').click();
    await expectShown(page.getByRole('heading', { name: /unsubscribed or withdrew consent/ }));
  });
});

describe('an add that waits', () => {
  const NEW = 'new.one@lake.example.ca';

  it('is known to the form: the same address is not added a second time', async ({ rig, browser }) => {
    const popup = await browser.openPopup();
    await rig.stopBroker();
    const open = async () => {
      await popup.addButton.first().click();
      await popup.fill({ email: NEW });
    };
    await open();
    await popup.saveButton.click();
    await open();
    await expectShown(popup.page.getByText('is saved already, and waits to be sent'));
    await popup.saveButton.click();
    await expectShown(popup.notice(`${NEW} waits to be sent already`));
    await popup.page.getByRole('button', { name: 'Edit', exact: true }).click();
    await expectShown(popup.page.getByRole('heading', { name: 'Edit before sending' }));
    await popup.fill({ consentStatus: 'Express', consentDescription: 'Asked at the counter.' });
    await popup.saveButton.click();
    // Kept before the broker is back: an edit of what is being sent would be another thing.
    await popup.page.getByRole('heading', { name: 'Edit before sending' }).waitFor({ state: 'hidden' });
    await expectShown(popup.page.getByRole('button', { name: '1 to send' }));
    await rig.startBroker();
    const added = () => rig.envoke.accounts[0]?.people.findByEmail(NEW);
    await vi.waitUntil(() => added()?.consent.status === 'Express', WAIT);
  });
});

/** Whom Envoke may send to. */
function someoneExpress({ envoke }: Rig) {
  const someone = envoke.accounts[0]?.people.list().find(({ consent }) => consent.status === 'Express');
  if (someone === undefined) throw new Error('the stand-in has nobody');
  return someone;
}

describe('the reason for an unsubscribing', () => {
  const WHY = 'He wrote to us on Friday.';

  it('is offered again after Back, closing and the end of the connection, and acts only by its button', async ({
    rig,
    browser,
  }) => {
    const someone = someoneExpress(rig);
    const status = () => rig.envoke.accounts[0]?.people.findByEmail(someone.text.email)?.consent.status;
    let popup = await browser.openPopup();
    const button = (name: string) => popup.page.getByRole('button', { name, exact: true });
    const reopen = async () => {
      await popup.page.close();
      popup = await browser.openPopup();
    };
    const resume = async () => {
      await expectShown(popup.page.getByText(/^Unfinished: the unsubscribing of /));
      expect(await popup.field('Reason').count()).toBe(0);
      await button('Resume').click();
      await expect.poll(() => popup.field('Reason').inputValue()).toBe(WHY);
    };
    await popup.searchBox.fill(someone.text.email);
    await popup.contact(someone.text.email).getByRole('button').click();
    await popup.page.getByText('Unsubscribe…').click();
    await popup.field('Reason').fill(WHY);
    await button('Back').click();
    await resume();
    await reopen();
    await resume();
    rig.envoke.grants.withdraw();
    await reopen();
    await new EnvokePages(await popup.connect()).authorize();
    await reopen();
    await resume();
    expect(status()).toBe('Express');
    await button('Unsubscribe').click();
    await vi.waitUntil(() => status() === 'Revoked', WAIT);
    await button('Back').click();
    await expectShown(popup.searchBox);
    expect(await popup.page.getByText(/^Unfinished: the unsub/).count()).toBe(0);
  });
});

describe('while the broker is away', () => {
  const PHONED = 'She phoned about it.';

  it('is known to the form and to the proof: nobody is said to be one who may be emailed', async ({
    rig,
    browser,
  }) => {
    const someone = someoneExpress(rig);
    const { email } = someone.text;
    const popup = await browser.openPopup();
    const button = (name: string) => popup.page.getByRole('button', { name, exact: true });
    await popup.searchBox.fill(email);
    await popup.contact(email).getByRole('button').click();
    await expectShown(popup.page.getByRole('heading', { name: 'History' }));
    await rig.stopBroker();
    await popup.page.getByText('Unsubscribe…').click();
    await popup.field('Reason').fill(PHONED);
    await button('Unsubscribe').click();
    const [sheet] = await Promise.all([
      popup.page.context().waitForEvent('page'),
      popup.page.getByRole('link', { name: 'Proof of consent' }).click(),
    ]);
    const retry = sheet.getByRole('button', { name: 'Try again' });
    await expectShown(retry);
    await popup.page.bringToFront();
    await button('Back').click();
    await popup.addButton.first().click();
    await popup.fill({ email });
    await expectShown(popup.page.getByText(`${email} is in Envoke: do not email`));
    await expectShown(popup.page.getByText(PHONED));
    expect(await popup.page.getByText('You can save').count()).toBe(0);
    expect(await popup.page.getByText('save as Express').count()).toBe(0);
    await popup.saveButton.click();
    await expectShown(popup.notice(`${email} is not added`));
    // Envoke answers one request after the other: a slow one would keep the proof waiting too.
    rig.envoke.modes.set({ consentChangeRefused: true });
    await rig.startBroker();
    await sheet.bringToFront();
    await expect
      .poll(async () => {
        // It is gone once the proof is there.
        await retry.click({ timeout: 1_000 }).catch(() => undefined);
        return sheet.locator('.verdict').count();
      }, WAIT)
      .toBe(1);
    await expectShown(sheet.getByText('Do not email: this person asked to be unsubscribed'));
    expect(await sheet.getByText('OK to email').count()).toBe(0);
    if (ownLane().browser.kind === 'chromium') expect(await spokenFaults(sheet)).toEqual([]);
    await sheet.close();
  }, 120_000);
});
