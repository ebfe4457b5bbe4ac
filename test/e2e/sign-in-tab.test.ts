/** Connecting where the browser's own sign-in window fails: a tab of the broker takes its place. */
import type { Page } from 'playwright-core';
import { describe, expect, vi } from 'vitest';
import type { ChromiumUnderTest } from './harness/chromium.ts';
import { EnvokePages } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

type Failure = 'absent' | 'refused' | 'closing';

/** Runs in the background: makes its `identity` fail in this way, until the background ends. */
function failBy(failure: Failure): void {
  globalThis.whole ??= { identity: browser.identity, launch: browser.identity.launchWebAuthFlow };
  const { identity, launch } = globalThis.whole;
  const value = failure === 'absent' ? undefined : identity;
  Object.defineProperty(browser, 'identity', { value, configurable: true });
  const message = 'Couldn’t create a browser window to display an authorization page';
  identity.launchWebAuthFlow = failure === 'refused' ? () => Promise.reject(new Error(message)) : launch;
  // The real window, closed as soon as it is there.
  if (failure === 'closing')
    browser.windows.onCreated.addListener(({ id, type }) => {
      if (type === 'popup') void browser.windows.remove(id);
    });
}

describe('connecting in a tab', () => {
  let rig: Rig;
  let chromium: ChromiumUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, chromium: shared }) => {
    rig = own;
    chromium = shared;
    popup = await chromium.openPopup();
  });

  /** Any message starts the background. */
  const wake = () =>
    popup.page.evaluate(() => browser.runtime.sendMessage({ type: 'outbox/send-now', payload: {} }));
  const withFailure = async (failure: Failure) => {
    await wake();
    await (await chromium.worker.running()).evaluate(failBy, failure);
  };
  /** Connects, and resolves with the tab that shows Envoke. */
  const openTab = async (): Promise<Page> => {
    const before = new Set(chromium.context.pages());
    await popup.enabledConnectButton.click();
    return vi.waitFor(
      () => {
        const opened = chromium.context.pages().filter((page) => !before.has(page));
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

  it('opens a tab after the browser has closed its own window twice', async () => {
    await withFailure('closing');
    await popup.enabledConnectButton.click();
    await expectShown(popup.notice('if it closes by itself, a tab opens instead'));
    await finish(await openTab());
  });

  it('goes on when the browser has ended the background meanwhile', async () => {
    await withFailure('absent');
    const tab = await openTab();
    await expectShown(popup.page.getByText('Continue in the tab that opened'));
    await chromium.worker.kill(popup.page);
    await expectShown(popup.page.getByText('Continue in the tab that opened'));
    await tab.getByRole('button', { name: 'Decline' }).click();
    await expectShown(tab.getByRole('heading', { name: 'Access was declined at Envoke' }));
    await wake();
    await expectShown(popup.notice('Access was declined at Envoke'));
    await tab.close();
  });
});

interface Identity {
  launchWebAuthFlow: () => Promise<unknown>;
}
declare const browser: {
  identity: Identity;
  runtime: { sendMessage(message: object): Promise<unknown> };
  windows: {
    onCreated: { addListener(listener: (window: { id: number; type: string }) => void): void };
    remove(id: number): Promise<void>;
  };
};
declare global {
  /** What `identity` was before it was made to fail. */
  var whole: { identity: Identity; launch: Identity['launchWebAuthFlow'] } | undefined;
}
