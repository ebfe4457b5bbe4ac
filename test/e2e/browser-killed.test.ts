/** A browser that dies while something is sent: all of it arrives after the next start, and nobody twice. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { openBrowser } from './harness/open-browser.ts';
import type { PopupPage } from './harness/popup-page.ts';
import { type Rig, startRig } from './harness/rig.ts';

/** Long enough to kill the browser meanwhile, shorter than the broker's patience with Envoke. */
const SLOW_MS = 3_000;
const LISTED = Array.from({ length: 8 }, (_, index) => `listed-${index}@lakeside.example.org`);

describe('a browser that is killed while it sends', () => {
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

  const people = () => rig.envoke.accounts[0]?.people.list().map(({ text }) => text.email) ?? [];
  const insertsOf = (email: string) =>
    rig.envoke.requests.list('POST').filter(({ body }) => body.includes(email)).length;
  const killAndStart = async () => {
    await browser.kill();
    rig.envoke.modes.reset();
    browser = await openBrowser(browser.profile);
    popup = await browser.openPopup();
  };
  const untilAllIsSent = async () => {
    await expect.poll(() => popup.page.evaluate(readBadge), { timeout: 30_000 }).toBe('');
    await popup.page.getByRole('button', { name: /to send$/ }).waitFor({ state: 'detached' });
  };

  it.each([
    ['before Envoke has added the person', 'slowMs'],
    ['after Envoke has added the person and before it has answered', 'slowAnswerMs'],
  ] as const)('adds a person once when it dies %s', async (_when, mode) => {
    const email = `${mode.toLowerCase()}@lakeside.example.org`;
    rig.envoke.modes.set({ [mode]: SLOW_MS, only: 'POST' });
    await popup.addButton.click();
    await popup.fill({ email, firstName: 'Amélie', lastName: 'Roy' });
    await popup.saveButton.click();
    await vi.waitUntil(() => insertsOf(email) === 1, { timeout: 10_000, interval: 20 });
    await killAndStart();
    await vi.waitUntil(() => people().includes(email), { timeout: 20_000, interval: 100 });
    await untilAllIsSent();
    expect(people().filter((one) => one === email)).toHaveLength(1);
    expect(insertsOf(email)).toBe(1);
  });

  it('adds the rest of a list that it was in the middle of', async () => {
    await popup.addButton.first().click();
    await popup.page.getByRole('button', { name: 'Paste a list', exact: true }).click();
    await popup.field('Names and email addresses').fill(LISTED.join('\n'));
    await popup.page.getByRole('button', { name: 'Continue', exact: true }).click();
    const add = popup.page.getByRole('button', { name: `Add ${LISTED.length} people as Not Provided` });
    await expectShown(add);
    rig.envoke.modes.set({ slowAnswerMs: 500, only: 'POST' });
    await add.click();
    await vi.waitUntil(() => people().includes(LISTED[2] ?? ''), { timeout: 20_000, interval: 20 });
    expect(people()).not.toContain(LISTED.at(-1));
    await killAndStart();
    await vi.waitUntil(() => LISTED.every((email) => people().includes(email)), {
      timeout: 30_000,
      interval: 100,
    });
    await untilAllIsSent();
    expect(
      people()
        .filter((email) => email.startsWith('listed-'))
        .toSorted(),
    ).toEqual(LISTED);
  });
});

/** Runs inside the popup. */
function readBadge(): Promise<string> {
  return chrome.action.getBadgeText({});
}

declare const chrome: { action: { getBadgeText(of: object): Promise<string> } };
