/** What Envoke does not let the connection do, and an edit of an add that has arrived without a word of it. */
import type { Page } from 'playwright-core';
import { describe, expect, vi } from 'vitest';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { ownLane } from './harness/lanes.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';
import { spokenFaults } from './harness/spoken-faults.ts';

const NEW = 'una@lake.example.ca';
const SLOW = 'ola@lake.example.ca';
const WAIT = { timeout: 60_000, interval: 100 };
const RIGHT = 'Ask whoever manages your Envoke account for this right, then try again.';

describe('a write that does not arrive for a reason that waiting does not end', () => {
  let rig: Rig;
  let popup: PopupPage;
  let page: Page;

  it.beforeAll(async ({ rig: own, browser }) => {
    rig = own;
    popup = await browser.openPopup();
    page = popup.page;
    await connect(popup);
  });

  const person = (email: string) => rig.envoke.accounts[0]?.people.findByEmail(email);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const add = async (email: string, consentStatus = 'Not Provided') => {
    await popup.addButton.first().click();
    await popup.fill({ email, consentStatus, consentDescription: 'Asked at the counter.' });
    await popup.saveButton.click();
  };

  it('waits for the person, with who gives the right, and arrives when it is tried again', async () => {
    rig.envoke.modes.set({ forbidden: true, only: 'POST' });
    await add(NEW);
    await expectShown(popup.notice('was refused'));
    await button('1 to fix').click();
    await expectShown(page.getByText(RIGHT));
    await expectShown(page.getByText(/Envoke’s answer:.*This API user may not do this/));
    if (ownLane().browser.kind === 'chromium') expect(await spokenFaults(page)).toEqual([]);
    rig.envoke.modes.reset();
    await button(/^Try again/).click();
    await vi.waitUntil(() => person(NEW) !== undefined, WAIT);
    await button('Back').click();
  });

  it('keeps an unsubscribing that is not allowed, says so at the contact, and sends it again there', async () => {
    rig.envoke.modes.set({ forbidden: true, only: 'PATCH' });
    await popup.searchBox.fill(NEW);
    await popup.contact(NEW).getByRole('button').click();
    await page.getByText('Unsubscribe…', { exact: true }).click();
    await popup.field('Reason').fill('She phoned.');
    await page.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
    await expectShown(page.getByText('today to unsubscribe this person there, or to give you the right'));
    await expectShown(
      page.getByRole('heading', { name: 'Do not email: this person asked to be unsubscribed' }),
    );
    rig.envoke.modes.reset();
    await button('Try again').first().click();
    await vi.waitUntil(() => person(NEW)?.consent.status === 'Revoked', WAIT);
    await button('Back').click();
  });

  it('becomes a change of the contact where the edited add turns out to be there', async () => {
    rig.envoke.modes.set({ slowAnswerMs: 1_500, writeThenServerError: 1, only: 'POST' });
    await add(SLOW, 'Express');
    await vi.waitUntil(() => person(SLOW) !== undefined, WAIT);
    rig.envoke.modes.set({ slowAnswerMs: 0, serverError: true, only: '' });
    await expectShown(popup.notice('Envoke has not confirmed it yet. It is sent automatically'));
    await button('1 to send').click();
    await button(/^Edit/).click();
    await expectShown(page.getByRole('heading', { name: 'Edit what was saved' }));
    await popup.field('Consent status').selectOption({ label: 'Not Provided' });
    rig.envoke.modes.reset();
    await popup.saveButton.click();
    const said = page.getByText('When you save, what you changed here becomes a change of the contact');
    const isChanged = () => person(SLOW)?.consent.status === 'Not Provided';
    // Where the background learns first that the add is there, the first save is the change, and the form is gone.
    await vi.waitUntil(async () => {
      if (await said.isVisible()) await popup.saveButton.click({ timeout: 1_000 }).catch(() => undefined);
      return isChanged();
    }, WAIT);
  });
});
