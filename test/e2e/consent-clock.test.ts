/** Consents that end soon: told in the list and on the button where a person asked for it, and followed up on. */
import type { Page } from 'playwright-core';
import { describe, expect, vi } from 'vitest';
import { localDay } from '../../extension/lib/i18n/index.ts';
import { monthsFrom } from '../../extension/lib/memory/consent-ends.ts';
import { getItem } from '../../scripts/screenshots/storage.ts';
import { addMonths } from '../../shared/consent.ts';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

const [THIS_MONTH, NEXT_MONTH] = monthsFrom(localDay(Date.now()));
const lastDayOf = (month: string) => addMonths(`${month}-31`, 0);
const ENDS = [lastDayOf(THIS_MONTH), lastDayOf(THIS_MONTH), `${NEXT_MONTH}-15`];
const WAIT = { timeout: 20_000, interval: 100 };

describe('consents that end soon', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;
  let page: Page;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    const store = people();
    for (const [at, person] of (store?.list() ?? []).entries()) {
      const end = ENDS[at];
      const consent = { ...person.consent, status: 'Express' as const, expiry: '' };
      const implied = { ...consent, status: 'Implied - Inquiry' as const, expiry: `${end} 23:00:00` };
      store?.replace({ ...person, consent: end === undefined ? consent : implied });
    }
    popup = await browser.openPopup();
    page = popup.page;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await connect(popup);
  });

  const people = () => rig.envoke.accounts[0]?.people;
  const named = (at: number) => {
    const text = people()?.list()[at]?.text;
    if (text === undefined) throw new Error('the stand-in has nobody');
    return { email: text.email, name: `${text.first_name} ${text.last_name}` };
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const list = () => page.getByRole('list', { name: 'Consents that end soon' });
  const kept = async () => JSON.stringify(await getItem(page, 'local', 'consentEnds'));
  const badge = () => page.evaluate(readBadge);

  it('are not read before a person asks for it', async () => {
    await expectShown(popup.contacts.getByRole('listitem').first());
    expect(await kept()).toBeUndefined();
    expect(await badge()).toMatchObject({ text: '' });
  });

  it('are told in the list and on the button once it is switched on, and kept as ids and days alone', async () => {
    const settings = await browser.openExtensionPage('settings.html');
    await settings.getByRole('radio', { name: 'In the contact list, and as a number on the button' }).check();
    await expectShown(settings.getByText('Saved.'));
    await settings.close();
    // The clock pauses between the pages of the account's contacts.
    await page.getByText('2 consents end this month').waitFor();
    await vi.waitUntil(async () => (await badge()).text === '2', WAIT);
    expect(await badge()).toEqual({ text: '2', title: '2 consents end this month' });
    for (const at of [0, 1, 2]) {
      expect(await kept()).not.toContain(named(at).email);
      expect(await kept()).not.toContain(named(at).name);
    }
  });

  it('are listed by month with their day, and open', async () => {
    await button('Show').click();
    await expectShown(
      list()
        .getByRole('listitem')
        .filter({ hasText: named(0).email }),
    );
    expect(await list().getByRole('listitem').count()).toBe(2);
    await page.getByRole('radio', { name: 'Next month (1)' }).check();
    await expectShown(
      list()
        .getByRole('listitem')
        .filter({ hasText: named(2).email }),
    );
    expect(
      await list()
        .getByText(/^Ends on .*15/)
        .count(),
    ).toBe(1);
    await list().getByRole('button').click();
    await expectShown(page.getByRole('heading', { name: named(2).name }));
    await button('Back').click();
  });

  it('are followed up on: addresses to copy, or a tag for all, which can be taken back', async () => {
    await page.getByRole('radio', { name: 'This month (2)' }).check();
    await button('Copy 2 addresses').click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n').toSorted()).toEqual([named(0).email, named(1).email].toSorted());
    const tagged = () => [0, 1].map((at) => people()?.list()[at]?.interestIds.length);
    const before = tagged();
    await button('Tag 2 people').click();
    await page.getByRole('button', { name: 'Annual conference' }).click();
    await page.getByRole('button', { name: /^Tag 2 people “/ }).click();
    await vi.waitUntil(() => tagged().every((count, at) => count === (before[at] ?? 0) + 1), WAIT);
    await button('Undo').click();
    await vi.waitUntil(() => JSON.stringify(tagged()) === JSON.stringify(before), WAIT);
  });

  it('leave out who has withdrawn since they were read', async () => {
    const [first] = people()?.list() ?? [];
    if (first === undefined) throw new Error('the stand-in has nobody');
    people()?.replace({ ...first, consent: { ...first.consent, status: 'Revoked', expiry: '' } });
    await button('Back').click();
    await button('Show').click();
    await expectShown(button('Copy 1 address'));
    expect(await list().getByText(named(0).email).count()).toBe(0);
    await vi.waitUntil(async () => (await badge()).text === '1', WAIT);
  });

  it('are forgotten when the person signs out', async () => {
    await button('Back').click();
    await popup.signOut();
    await expectShown(popup.connectButton);
    await expect.poll(async () => JSON.parse(await kept()).value).toEqual({});
    await vi.waitUntil(async () => (await badge()).text === '', WAIT);
  });
});

/** Runs inside the popup. */
async function readBadge(): Promise<{ text: string; title: string }> {
  const [text, title] = await Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})]);
  return { text, title };
}

declare const chrome: {
  action: Record<'getBadgeText' | 'getTitle', (filter: object) => Promise<string>>;
};
