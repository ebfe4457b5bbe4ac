/** What was saved is kept until it has arrived: over a broker that is away, a browser that is closed, a second popup. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ChromiumUnderTest, openChromium } from './harness/chromium.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import { type Rig, startRig } from './harness/rig.ts';

const KEPT = 'amelie.roy@lakeside.example.org';
const TWICE = 'ben.okafor@lakeside.example.org';

describe('what was saved', () => {
  let rig: Rig;
  let chromium: ChromiumUnderTest;
  let popup: PopupPage;

  beforeAll(async () => {
    [rig, chromium] = await Promise.all([startRig(), openChromium()]);
    popup = await chromium.openPopup();
    await connect(popup);
  });
  afterAll(async () => {
    await chromium?.close();
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
  const badge = async () => (await chromium.worker.running()).evaluate(readBadge);

  it('waits for the broker, also over a restart of the browser, and arrives once', async () => {
    await rig.stopBroker();
    await save(popup, KEPT);
    await expectShown(popup.page.getByRole('button', { name: '1 to send' }));
    await expect.poll(badge).toBe('1');
    await chromium.quit();
    chromium = await openChromium(chromium.profile);
    popup = await chromium.openPopup();
    await popup.page.getByRole('button', { name: '1 to send' }).click();
    await expectShown(popup.page.getByRole('listitem').filter({ hasText: KEPT }).getByText('Waiting'));
    expect(inEnvoke(KEPT)).toBe(0);
    await rig.startBroker();
    popup = await chromium.openPopup();
    await vi.waitUntil(() => inEnvoke(KEPT) === 1, { timeout: 20_000, interval: 100 });
    await expect.poll(badge).toBe('');
  });

  it('is added once when two windows save it, and the second is told', async () => {
    const other = await chromium.openPopup();
    await rig.stopBroker();
    await save(popup, TWICE);
    await save(other, TWICE);
    await rig.startBroker();
    const third = await chromium.openPopup();
    await vi.waitUntil(() => inEnvoke(TWICE) === 1, { timeout: 20_000, interval: 100 });
    await third.page.getByRole('button', { name: '1 to send' }).click();
    const line = third.page.getByRole('listitem').filter({ hasText: 'Needs your decision' });
    await expectShown(line.getByText('This email address is already in Envoke.'));
    await line.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(badge).toBe('');
    expect(inEnvoke(TWICE)).toBe(1);
  });
});

/** Run inside the background. */
function readBadge(): Promise<string> {
  return chrome.action.getBadgeText({});
}

declare const chrome: { action: { getBadgeText(of: object): Promise<string> } };
