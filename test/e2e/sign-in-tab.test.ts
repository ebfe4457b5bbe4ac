/** Connecting where the browser's own sign-in window fails: a tab of the broker takes its place. */
import type { Page } from 'playwright-core';
import { describe, expect, vi } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { EnvokePages } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { firefoxCannot } from './harness/firefox-cannot.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

/** What runs in the background instead of the browser's own `identity`, until the background ends. */
const FAILURES = {
  absent: (api) => void Object.defineProperty(api, 'identity', { value: undefined, configurable: true }),
  refused: (api) => {
    const message = 'Couldn’t create a browser window to display an authorization page';
    api.identity.launchWebAuthFlow = () => Promise.reject(new Error(message));
  },
  /** The real window, closed as soon as it is there. */
  closing: (api) =>
    api.windows.onCreated.addListener(({ id, type }) => {
      if (type === 'popup') void api.windows.remove(id);
    }),
} satisfies Record<string, (api: ExtensionApi) => void>;

describe('connecting in a tab', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    popup = await browser.openPopup();
  });

  /** Any message starts the background. */
  const wake = () =>
    popup.page.evaluate(() => chrome.runtime.sendMessage({ type: 'outbox/send-now', payload: {} }));
  /** A background as the browser starts it, with this failure. */
  const withFailure = async (failure: keyof typeof FAILURES) => {
    await browser.background.kill(popup.page);
    await wake();
    await browser.background.alter(popup.page, FAILURES[failure]);
  };
  /** Connects, and resolves with the tab that shows Envoke. */
  const openTab = async (): Promise<Page> => {
    const before = new Set(browser.context.pages());
    await popup.enabledConnectButton.click();
    return vi.waitFor(
      () => {
        const opened = browser.context.pages().filter((page) => !before.has(page));
        const shown = opened.find((page) => page.url().startsWith(rig.envoke.url));
        if (shown === undefined) throw new Error('No tab shows Envoke.');
        return shown;
      },
      { timeout: 10_000 },
    );
  };

  it('tells the person who declines so, in the tab and in the popup', async () => {
    await withFailure('absent');
    const tab = await openTab();
    await expectShown(popup.page.getByText('Continue in the tab that opened'));
    await new EnvokePages(tab).logIn();
    await tab.getByRole('button', { name: 'Decline' }).click();
    await expectShown(tab.getByRole('heading', { name: 'Access was declined at Envoke' }));
    await expectShown(popup.notice('Access was declined at Envoke'));
    expect(rig.envoke.grants.accessTokens()).toEqual([]);
    await tab.close();
  });

  it('says that the tab was closed when the person closes it', async () => {
    await withFailure('absent');
    const tab = await openTab();
    await tab.close();
    await expectShown(popup.notice('The tab was closed before you were connected'));
    await expectShown(popup.enabledConnectButton);
    expect(rig.envoke.grants.accessTokens()).toEqual([]);
  });

  it('goes on when the browser has ended the background meanwhile', async () => {
    await withFailure('absent');
    const tab = await openTab();
    await expectShown(popup.page.getByText('Continue in the tab that opened'));
    await browser.background.kill(popup.page);
    await expectShown(popup.page.getByText('Continue in the tab that opened'));
    await tab.getByRole('button', { name: 'Decline' }).click();
    await expectShown(tab.getByRole('heading', { name: 'Access was declined at Envoke' }));
    await wake();
    await expectShown(popup.notice('Access was declined at Envoke'));
    await tab.close();
  });

  /** From Envoke's page in the tab to the contacts, and signed out again. */
  const finish = async (tab: Page) => {
    if (await tab.getByLabel('Password').isVisible()) await new EnvokePages(tab).logIn();
    await tab.getByRole('button', { name: 'Authorize' }).click();
    await expectShown(tab.getByRole('heading', { name: 'Envoke has allowed access' }));
    expect(tab.url()).toBe(`${rig.brokerUrl}/oauth/finished?ui_locales=en`);
    await expectShown(popup.searchBox);
    await expectShown(popup.contacts.getByRole('listitem').first());
    await tab.close();
    await popup.signOut();
    await expectShown(popup.enabledConnectButton);
  };

  it.each(['absent', 'refused'] as const)(
    'shows the contacts once the person has authorized, with a window that is %s',
    async (failure) => {
      await withFailure(failure);
      await finish(await openTab());
    },
  );

  it.skipIf(firefoxCannot('close its sign-in window by itself'))(
    'opens a tab after the browser has closed its own window twice',
    async () => {
      await withFailure('closing');
      await popup.enabledConnectButton.click();
      await expectShown(popup.notice('if it closes by itself, a tab opens instead'));
      await finish(await openTab());
    },
  );
});

interface ExtensionApi {
  identity: { launchWebAuthFlow: () => Promise<unknown> };
  windows: {
    onCreated: { addListener(listener: (window: { id: number; type: string }) => void): void };
    remove(id: number): Promise<void>;
  };
}
/** Runs inside the popup. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
