/** The address bar: what is entered after the keyword opens the popup with what it was about. */
import { describe, expect } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

describe('the address bar', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
  });

  /** Over a page of the web, as a person would. */
  async function enter(text: string) {
    // The browser itself would start a background that has ended; what is sent to it here does not.
    const own = await browser.openPopup();
    await own.page.evaluate(() => chrome.runtime.sendMessage({ type: 'outbox/send-now', payload: {} }));
    for (const page of browser.context.pages().slice(1)) await page.close();
    const page = await browser.openPage(rig.envoke.url);
    await page.bringToFront();
    await browser.background.enterInAddressBar(text);
    return browser.openedPopup();
  }

  it('leads to the connect button as long as nobody is connected', async () => {
    const popup = await enter('gagnon');
    await expectShown(popup.enabledConnectButton);
    await popup.page.close();
  });

  it('opens the popup with the search for what was entered', async () => {
    const first = await browser.openPopup();
    await connect(first);
    const someone = rig.envoke.accounts[0]?.people.list()[40]?.text;
    const popup = await enter(someone?.last_name ?? '');
    await expectShown(popup.contact(someone?.email ?? ''));
    expect(await popup.searchBox.inputValue()).toBe(someone?.last_name);
  });
});

declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
