/** What was saved is kept until it has arrived: over a broker that is away, a browser that is closed, a second popup. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { openBrowser } from './harness/open-browser.ts';
import type { PopupPage } from './harness/popup-page.ts';
import { type Rig, startRig } from './harness/rig.ts';

const KEPT = 'amelie.roy@lakeside.example.org';
const TWICE = 'ben.okafor@lakeside.example.org';

describe('what was saved', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  beforeAll(async () => {
    [rig, browser] = await Promise.all([startRig(), openBrowser()]);
    popup = await browser.openPopup();
    await connect(popup);
  });
  afterAll(async () => {
    await browser?.close();
    await rig?.close();
  });

  const inEnvoke = (email: string) =>
    (rig.envoke.accounts[0]?.people.list() ?? []).filter(({ text }) => text.email === email).length;
  const save = async (at: PopupPage, email: string) => {
    await at.addButton.first().click();
    await at.field('Email').fill(email);
    await at.saveButton.click();
    await expectShown(at.page.getByText(/Sending .* to Envoke/));
  };
  const badge = () => popup.page.evaluate(readBadge);

  it('waits for the broker, also over a restart of the browser, and arrives once', async () => {
    await rig.stopBroker();
    await save(popup, KEPT);
    await expectShown(popup.page.getByRole('button', { name: '1 to send' }));
    await expect.poll(badge).toBe('1');
    await browser.quit();
    browser = await openBrowser(browser.profile);
    popup = await browser.openPopup();
    await popup.page.getByRole('button', { name: '1 to send' }).click();
    await expectShown(popup.page.getByRole('listitem').filter({ hasText: KEPT }).getByText('Waiting'));
    expect(inEnvoke(KEPT)).toBe(0);
    await rig.startBroker();
    popup = await browser.openPopup();
    await vi.waitUntil(() => inEnvoke(KEPT) === 1, { timeout: 20_000, interval: 100 });
    await expect.poll(badge).toBe('');
  });

  it('is added once when two windows have it, and the second says that it waits', async () => {
    const other = await browser.openPopup();
    await rig.stopBroker();
    await save(popup, TWICE);
    await other.addButton.first().click();
    await other.field('Email').fill(TWICE);
    await expectShown(other.page.getByText(`${TWICE} is saved already, and waits to be sent`));
    await other.saveButton.click();
    await expectShown(other.page.getByText(`${TWICE} waits to be sent already.`, { exact: false }));
    await rig.startBroker();
    await browser.openPopup();
    await vi.waitUntil(() => inEnvoke(TWICE) === 1, { timeout: 20_000, interval: 100 });
    await expect.poll(badge).toBe('');
    await expectShown(other.page.getByText(/is already in Envoke/).first());
    expect(inEnvoke(TWICE)).toBe(1);
  });
});

/** Run inside the popup. */
function readBadge(): Promise<string> {
  return chrome.action.getBadgeText({});
}

declare const chrome: { action: { getBadgeText(of: object): Promise<string> } };
