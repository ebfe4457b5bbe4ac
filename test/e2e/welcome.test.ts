/** The first minutes: the page that opens after the installation, connecting from it, and the popup that opens by itself. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { EnvokePages } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { firefoxCannot } from './harness/firefox-cannot.ts';
import { PopupPage } from './harness/popup-page.ts';
import { it } from './harness/scenario.ts';

interface Api {
  action: { openPopup(): Promise<void> };
}
declare const chrome: { action: Record<'getBadgeText' | 'getTitle', (of: object) => Promise<string>> };

/** Runs inside a page of the extension. */
const shownOnButton = () => Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})]);

const ACCOUNT = 'Connected as Municipality of Harbourview';

async function authorize(window: Page): Promise<void> {
  const envoke = new EnvokePages(window);
  if (await envoke.page.getByLabel('Password').isVisible()) await envoke.logIn();
  await envoke.authorize();
}

describe('the welcome page', () => {
  let browser: BrowserUnderTest;
  let welcome: Page;

  it.beforeAll(async ({ rig: _brokerToTalkTo, browser: shared }) => {
    browser = shared;
    welcome = await browser.openExtensionPage('welcome.html');
  });

  it('says what went wrong when the person declines, and offers to connect again', async () => {
    const popup = new PopupPage(welcome);
    const envoke = new EnvokePages(await popup.connect());
    await expectShown(popup.notice('Continue in the window'));
    await envoke.logIn();
    await envoke.decline();
    await expectShown(popup.notice('declined'));
    await expectShown(popup.enabledConnectButton);
  });

  it('says who is connected once the person has authorized', async () => {
    await authorize(await new PopupPage(welcome).connect());
    await expectShown(new PopupPage(welcome).notice(ACCOUNT));
    await expect.poll(() => welcome.title()).toBe(ACCOUNT);
    await expect(new PopupPage(welcome).connectButton.count()).resolves.toBe(0);
  });

  it('speaks the other language at a press, and so does the popup from then on', async () => {
    await welcome.getByRole('button', { name: 'Français' }).click();
    await expectShown(welcome.getByRole('heading', { name: 'Bienvenue dans Contacts pour Envoke' }));
    const popup = await browser.openPopup();
    await expectShown(popup.page.getByRole('searchbox', { name: 'Chercher des contacts' }));
    await welcome.getByRole('button', { name: 'English' }).click();
    await expectShown(welcome.getByRole('heading', { name: 'Welcome to Contacts for Envoke' }));
    await popup.page.close();
    await welcome.close();
  });

  /** As a popup closes when the sign-in window takes the focus. */
  async function connectAndClosePopup(): Promise<void> {
    const popup = await browser.openPopup();
    await popup.signOut();
    const window = await popup.connect();
    await window.waitForLoadState();
    await popup.page.close();
    await authorize(window);
  }

  it.skipIf(firefoxCannot('open its popup without a click'))(
    'is not needed where the popup opens by itself after the person has authorized',
    async () => {
      await connectAndClosePopup();
      const popup = await browser.openedPopup();
      await expectShown(popup.contacts.getByRole('listitem').first());
      expect(welcomePages()).toEqual([]);
    },
  );

  it('says who is connected where the popup cannot open, and so does the button until it does', async () => {
    const page = await browser.openExtensionPage('settings.html');
    await browser.background.alter<Api>(page, ({ action }) => {
      action.openPopup = () => Promise.reject(new Error('not without a click'));
    });
    await connectAndClosePopup();
    await expect.poll(() => welcomePages().length).toBe(1);
    await expectShown(new PopupPage(welcomePages()[0] as Page).notice(ACCOUNT));
    const button = () => page.evaluate(shownOnButton);
    await expect.poll(button).toEqual(['✓', 'Contacts for Envoke · Municipality of Harbourview']);
    await expectShown((await browser.openPopup()).contacts.getByRole('listitem').first());
    await expect.poll(button).toEqual(['', 'Contacts for Envoke']);
  });

  const welcomePages = () =>
    browser.context.pages().filter((page) => page.url() === browser.extensionUrl('welcome.html'));
});
