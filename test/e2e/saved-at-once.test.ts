/** Saved just after the browser's start, while it does not tell yet what an administrator allows, at the pace that ships. */
import { describe, expect, vi } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import { type Rig, startRig } from './harness/rig.ts';
import { it as scenario } from './harness/scenario.ts';

const SHIPPED = { ENVOKE_REQUESTS_PER_SECOND: '1', ENVOKE_BURST: '10' };
const WAIT = { timeout: 40_000, interval: 100 };
/** A person who closes the popup as soon as they have pressed the button. */
const AT_ONCE_MS = 250;

const it = scenario.override('rig', { scope: 'file' }, async ({ browser: _inItsLane }, { onCleanup }) => {
  const rig = await startRig(SHIPPED);
  onCleanup(() => rig.close());
  return rig;
});

/** The parts of the API that are changed. */
interface Api {
  storage: { managed: { get: () => Promise<object>; tell?: () => void } };
}

describe('what is saved just after the start of the browser', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    popup = await browser.openPopup();
    await connect(popup);
  });
  it.beforeEach(async () => {
    // As Chromium, which answers only seconds after it is up: here once the scene has seen what it looks for.
    await browser.background.alter<Api>(popup.page, ({ storage: { managed } }) => {
      const told = new Promise<void>((resolve) => {
        managed.tell = resolve;
      });
      managed.get = () => told.then(() => ({}));
    });
  });
  const tellPolicy = () =>
    browser.background.alter<Api>(popup.page, ({ storage: { managed } }) => managed.tell?.());

  const find = (email: string) => rig.envoke.accounts[0]?.people.findByEmail(email);
  const button = (name: string | RegExp) => popup.page.getByRole('button', { name });
  const closeAtOnceAndReopen = async () => {
    await popup.page.waitForTimeout(AT_ONCE_MS);
    await popup.page.close();
    popup = await browser.openPopup();
  };

  it('waits to be sent, and is no longer unfinished, though the popup was closed at once', async () => {
    await popup.addButton.first().click();
    await popup.fill({ email: 'una@lake.example.ca', firstName: 'Una' });
    await button(/^They asked for our emails/).click();
    await closeAtOnceAndReopen();
    // Firefox tells what the policy is, and so the add has left already.
    if (browser.kind === 'chromium') {
      await button('1 to send').waitFor(WAIT);
      expect(find('una@lake.example.ca')).toBeUndefined();
    }
    expect(await popup.page.getByText(/^Unfinished/).count()).toBe(0);
    await tellPolicy();
    await vi.waitUntil(() => find('una@lake.example.ca'), WAIT);
    expect(find('una@lake.example.ca')?.consent.status).toBe('Express');
  });

  it('is who asked not to be emailed, too', async () => {
    // The whole address: "una" is part of other names, too.
    await popup.searchBox.fill('una@lake.example.ca');
    await popup.contact('una@lake.example.ca').getByRole('button').first().click();
    await popup.page.getByText('Unsubscribe…').click();
    await popup.page.getByLabel('Reason').fill('She phoned.');
    await button('Unsubscribe').click();
    await closeAtOnceAndReopen();
    await vi.waitUntil(() => find('una@lake.example.ca')?.consent.status === 'Revoked', WAIT);
    expect(await popup.page.getByText(/^Unfinished/).count()).toBe(0);
  });

  it('is said to be saved at once, where the popup stays open, and the focus stays on the button', async () => {
    await popup.addButton.first().click();
    await popup.fill({ email: 'ola@lake.example.ca', firstName: 'Ola' });
    await popup.page.evaluate(answerLate);
    await popup.saveButton.click();
    await expectShown(button('Saving…').first());
    // Longer than it takes to move the focus away.
    await popup.page.waitForTimeout(400);
    const focused = popup.page.locator(':focus');
    expect(await focused.textContent()).toBe('Saving…');
    await popup.page.getByText(/Sending Ola to Envoke/).waitFor(WAIT);
    expect(find('ola@lake.example.ca')).toBeUndefined();
    await tellPolicy();
    await vi.waitUntil(() => find('ola@lake.example.ca'), WAIT);
  });
});

/** Runs inside the popup: the background takes a second to answer. */
function answerLate(): void {
  const { runtime } = (globalThis as unknown as { browser?: Messenger }).browser ?? chrome;
  const ask = runtime.sendMessage.bind(runtime);
  runtime.sendMessage = async (message) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return ask(message);
  };
}

interface Messenger {
  runtime: { sendMessage: (message: unknown) => Promise<unknown> };
}

declare const chrome: Messenger;
