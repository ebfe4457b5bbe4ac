/** Many people added at once while the broker and the background keep dying: everybody arrives, and nobody twice. */
import { afterAll, describe, expect, vi } from 'vitest';
import { inWholeRun } from '../whole-run.ts';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import type { PopupPage } from './harness/popup-page.ts';
import { type Rig, startRig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

// Each death takes the broker's own time to recover, on any machine.
const PEOPLE = inWholeRun(200, 80);
const BROKER_DEATHS = inWholeRun(5, 2);
const WORKER_DEATHS = inWholeRun(10, 4);
/** Somebody dies each time so many more have arrived, so that every death is in the middle of the work. */
const ARRIVALS_A_LIFE = PEOPLE / (WORKER_DEATHS + 1);
/** A claim counts as a dead broker's after ten of these. */
const ENVOKE_DEADLINE_MS = 500;

describe('adding many at once', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ browser: shared }) => {
    browser = shared;
    rig = await startRig({ ENVOKE_TIMEOUT_MS: String(ENVOKE_DEADLINE_MS) });
    popup = await browser.openPopup();
    await connect(popup);
  });
  afterAll(async () => {
    await rig?.close();
  });

  const emails = Array.from({ length: PEOPLE }, (_, index) => `bulk-${index}@example.org`);
  /** What the popup does when it opens: it wakes the background, dead or not. */
  const wake = () =>
    popup.page.evaluate(sendMessage, { type: 'outbox/send-now', payload: {} }).catch(() => undefined);
  const arrived = () =>
    rig.envoke.accounts
      .flatMap(({ people }) => people.list())
      .map(({ text }) => text.email)
      .filter((email) => email.startsWith('bulk-'));

  it(`adds ${PEOPLE} people once each while the broker dies ${BROKER_DEATHS} times and the background ${WORKER_DEATHS} times`, async () => {
    const accountId = await popup.page.evaluate(currentAccountId);
    const operations = emails.map((email) => ({
      kind: 'create',
      draft: { email, consent_status: 'Not Provided' },
    }));
    await popup.page.evaluate(sendMessage, {
      type: 'outbox/add',
      payload: { accountId, operations, batch: true },
    });
    // The popup closes; the deaths need some page of the extension to be ordered from.
    await popup.page.goto(new URL('settings.html', popup.page.url()).href);
    for (let death = 1; death <= WORKER_DEATHS; death += 1) {
      await vi.waitUntil(() => arrived().length >= death * ARRIVALS_A_LIFE, {
        timeout: 60_000,
        interval: 20,
      });
      expect(arrived().length).toBeLessThan(PEOPLE);
      // The claims that a dead broker leaves have to run out, so the broker dies early.
      if (death <= BROKER_DEATHS) {
        await rig.killBroker();
        await wake();
        await browser.background.kill(popup.page);
        await rig.startBroker();
      } else await browser.background.kill(popup.page);
      await wake();
    }
    await expect.poll(() => arrived().length, { timeout: 120_000, interval: 500 }).toBe(PEOPLE);
    await expect.poll(() => popup.page.evaluate(openItems), { timeout: 30_000, interval: 500 }).toBe(0);
    expect(arrived().toSorted()).toEqual(emails.toSorted());
  }, 240_000);
});

/** The part of Chromium's API that the pages of the extension have. */
declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: {
    local: {
      get(
        keys: null,
      ): Promise<Record<string, { value?: { currentId?: string }; state?: { status: string } }>>;
    };
  };
};

/** Run inside the popup's page. */
function sendMessage(message: unknown): Promise<unknown> {
  return chrome.runtime.sendMessage(message);
}

async function currentAccountId(): Promise<string | undefined> {
  return (await chrome.storage.local.get(null)).accounts?.value?.currentId;
}

async function openItems(): Promise<number> {
  const entries = Object.entries(await chrome.storage.local.get(null));
  return entries.filter(([key, { state }]) => key.startsWith('outbox:item:') && state?.status !== 'done')
    .length;
}
