/** Unsubscribing, and undoing an add, while the broker is away: nothing is lost, and nobody is added to be taken back. */
import { describe, expect, vi } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect, EnvokePages } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

const WAIT = { timeout: 40_000, interval: 100 };
const REASON = 'She phoned on Monday.';
const BEA = 'bea@lake.example.ca';
const MOVED = 'bea.vale@lake.example.ca';

describe('while the broker is away', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    popup = await browser.openPopup();
    await connect(popup);
  });

  const find = (email: string) => rig.envoke.accounts[0]?.people.findByEmail(email);
  const button = (name: string) => popup.page.getByRole('button', { name, exact: true });
  const verdict = (words: string) => popup.page.getByRole('heading', { name: words });
  const adds = () => rig.envoke.requests.list('POST').filter(({ path }) => path.startsWith('/v1/contacts'));
  const reopen = async () => {
    await popup.page.close();
    popup = await browser.openPopup();
  };
  const add = async (email: string) => {
    await popup.addButton.first().click();
    await popup.fill({ email, consentStatus: 'Express', consentDescription: 'Asked at the counter.' });
    await popup.saveButton.click();
  };
  const openContact = async (email: string) => {
    await popup.searchBox.fill(email);
    await popup.contact(email).getByRole('button').first().click();
    await expectShown(popup.page.getByRole('heading', { name: 'History' }));
  };

  it('never sends an add that was undone, though nobody could say whether it had left', async () => {
    await rig.stopBroker();
    await add('una@lake.example.ca');
    await popup.page.waitForTimeout(3_000);
    await button('Undo').click();
    await expectShown(popup.notice('The undo is noted.'));
    await rig.startBroker();
    await expectShown(popup.notice('Undone. Nothing was sent to Envoke.'));
    await expectShown(popup.page.getByText('Unfinished: una@lake.example.ca'));
    expect(adds()).toEqual([]);
    await button('Discard').click();
  });

  it('keeps an unsubscribing with its reason, says that it is under way, and lets other changes be saved', async () => {
    await add(BEA);
    await vi.waitUntil(() => find(BEA), WAIT);
    await openContact(BEA);
    await expectShown(verdict('OK to email'));
    await popup.page.getByText('Unsubscribe…').click();
    await popup.field('Reason').fill(REASON);
    await rig.stopBroker();
    await button('Unsubscribe').click();
    await expectShown(popup.notice('Unsubscribing bea@lake.example.ca: kept here'));
    await expectShown(popup.page.getByText('Envoke does not have it yet'));
    await expectShown(verdict('Do not email'));
    await button('Edit').click();
    await popup.field('Company').fill('Lake Museum');
    await button('Save changes').click();
    await expectShown(popup.page.getByText('Lake Museum'));
    await reopen();
    await button('2 to send').click();
    await expectShown(popup.page.getByText(`Unsubscribe: “${REASON}”`, { exact: true }));
    expect(find(BEA)?.consent.status).toBe('Express');
    await rig.startBroker();
    await popup.page.getByRole('button', { name: /^Try again/ }).click();
    await vi.waitUntil(() => find(BEA)?.text.company === 'Lake Museum', WAIT);
    expect(find(BEA)?.consent).toMatchObject({ status: 'Revoked', description: REASON });
  });

  it('offers no undo of the add whose consent was withdrawn since', async () => {
    await popup.page.getByText(/^Finished: /).click();
    const line = (what: string) => popup.page.getByRole('listitem').filter({ hasText: what });
    const undoOf = (what: string) => line(what).getByRole('button', { name: /^Undo/ });
    await expectShown(undoOf('Change: Company'));
    await expectShown(line('New contact'));
    expect(await undoOf('New contact').count()).toBe(0);
    expect(await undoOf('Unsubscribe').count()).toBe(0);
    await button('Back').click();
  });

  it('shows nobody else as somebody who may be emailed', async () => {
    await add('cy@lake.example.ca');
    await vi.waitUntil(() => find('cy@lake.example.ca'), WAIT);
    await openContact('cy@lake.example.ca');
    await expectShown(verdict('OK to email'));
    await rig.stopBroker();
    await button('Edit').click();
    await popup.field('Email').fill(MOVED);
    await popup.page.getByText('Another person: start again').click();
    await button('Save changes').click();
    await expectShown(popup.page.getByText(MOVED).first());
    await expectShown(verdict('No emails: consent is missing'));
    expect(await verdict('OK to email').count()).toBe(0);
    await rig.startBroker();
  });

  it('takes a tag off again that nobody knows to be set, without setting it', async () => {
    await reopen();
    await vi.waitUntil(() => find(MOVED), WAIT);
    await openContact(MOVED);
    await rig.stopBroker();
    const patches = () => rig.envoke.requests.list('PATCH').length;
    const before = patches();
    const tag = (pressed: boolean) => popup.page.getByRole('button', { name: 'Annual conference', pressed });
    await tag(false).click();
    await expectShown(tag(true));
    await popup.page.waitForTimeout(2_000);
    await button('Undo').click();
    await expectShown(popup.notice('The undo is noted.'));
    await rig.startBroker();
    await expectShown(popup.notice('Undone. Nothing was sent to Envoke.'));
    await expectShown(tag(false));
    expect(patches()).toBe(before);
  });

  it('keeps an unsubscribing over the end of the connection', async () => {
    rig.envoke.grants.withdraw();
    await popup.page.getByText('Unsubscribe…').click();
    await popup.field('Reason').fill(REASON);
    await button('Unsubscribe').click();
    await expectShown(popup.page.getByText('1 saved change waits in this browser'));
    await new EnvokePages(await popup.connect()).authorize();
    await vi.waitUntil(() => find(MOVED)?.consent.status === 'Revoked', WAIT);
    expect(find(MOVED)?.consent.description).toBe(REASON);
  });
});
