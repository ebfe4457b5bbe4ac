/** Everything that is saved can be taken back: before it leaves without a trace, afterwards by a write that says so. */
import type { Locator } from 'playwright-core';
import { describe, expect, vi } from 'vitest';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

const WAIT = { timeout: 20_000, interval: 100 };

describe('Undo', () => {
  let rig: Rig;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser }) => {
    rig = own;
    popup = await browser.openPopup();
    await connect(popup);
  });

  const people = () => rig.envoke.accounts[0]?.people;
  const find = (email: string) => people()?.findByEmail(email);
  const button = (name: string) => popup.page.getByRole('button', { name, exact: true });
  const add = async (email: string) => {
    await popup.addButton.click();
    await popup.fill({ email });
    await popup.saveButton.click();
  };
  const hasFocus = (control: Locator) => control.evaluate((element) => element === document.activeElement);
  /** Clicks twice, as somebody in a hurry does, and as soon as it is there: on a busy machine, a click from outside comes after the add has left. */
  const undoAtOnce = () =>
    popup.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const look = () => {
            const undo = [...document.querySelectorAll('button')].find(
              ({ textContent }) => textContent.trim() === 'Undo',
            );
            if (undo === undefined) return;
            watching.disconnect();
            undo.focus();
            undo.click();
            undo.click();
            resolve();
          };
          const watching = new MutationObserver(look);
          watching.observe(document.body, { subtree: true, childList: true });
        }),
    );
  /** Longer than an add stays before it leaves. */
  const pastTheHold = () => new Promise((resolve) => setTimeout(resolve, 7_000));

  it('takes an add out before it leaves, also by a double click, and offers its form again', async () => {
    const undone = undoAtOnce();
    await add('una@lake.example.ca');
    await undone;
    await expectShown(popup.notice('Nothing was sent to Envoke'));
    // The button that had the focus is gone.
    await expect.poll(() => hasFocus(popup.searchBox)).toBe(true);
    await expectShown(popup.page.getByText('Unfinished: una@lake.example.ca'));
    await pastTheHold();
    expect(find('una@lake.example.ca')).toBeUndefined();
    await button('Discard').click();
  });

  it('makes an add that has arrived Revoked, with the reason', async () => {
    await add('bea@lake.example.ca');
    await expectShown(popup.notice('is in Envoke now'));
    await button('Undo').click();
    await vi.waitUntil(() => find('bea@lake.example.ca')?.consent.status === 'Revoked', WAIT);
    expect(find('bea@lake.example.ca')?.consent.description).toContain('Added by mistake');
  });

  it('opens whom it has added, and takes a tag off again', async () => {
    await add('cy@lake.example.ca');
    await expectShown(popup.notice('cy@lake.example.ca is in Envoke now'));
    await button('Open').click();
    const tag = popup.page.getByRole('button', { name: 'Annual conference' });
    await tag.click();
    const tagged = () => (find('cy@lake.example.ca')?.interestIds.length ?? 0) > 0;
    await vi.waitUntil(tagged, WAIT);
    await expectShown(popup.notice('is up to date in Envoke'));
    await button('Undo').click();
    await vi.waitUntil(() => !tagged(), WAIT);
    await expectShown(popup.page.getByRole('button', { name: 'Annual conference', pressed: false }));
    await button('Back').click();
  });

  it('takes a bulk add back as a whole', async () => {
    const before = people()?.list().length;
    await popup.addButton.click();
    await button('Paste a list').click();
    await popup
      .field('Names and email addresses')
      .fill('Ada Moss <ada.moss@lake.example.ca>\nBen Ivory <ben.ivory@lake.example.ca>');
    await button('Continue').click();
    await button('Add 2 people as Not Provided').click();
    await button('Undo').dblclick();
    await expectShown(popup.notice('Nothing was sent to Envoke'));
    await button('Back').click();
    await expectShown(popup.page.getByText('Unfinished: 2 people'));
    await pastTheHold();
    expect(people()?.list()).toHaveLength(before ?? -1);
    await button('Discard').click();
  });

  it('says when a bulk add has ended, and takes back all that has arrived', async () => {
    await popup.addButton.click();
    await button('Paste a list').click();
    const list = 'Dot Vale <dot.vale@lake.example.ca>\nEli Ward <eli.ward@lake.example.ca>';
    await popup.field('Names and email addresses').fill(list);
    await button('Continue').click();
    await button('Add 2 people as Not Provided').click();
    const toast = popup.page.locator('.toast');
    await expectShown(toast.getByText('2 people added to Envoke.'));
    await toast.getByRole('button', { name: 'Undo' }).click();
    await vi.waitUntil(() => find('eli.ward@lake.example.ca')?.consent.status === 'Revoked', WAIT);
    await vi.waitUntil(() => find('dot.vale@lake.example.ca')?.consent.status === 'Revoked', WAIT);
  });
});
