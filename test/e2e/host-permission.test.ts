/** A person may withdraw the extension's access to its broker in the browser, and give it back. */
import { describe, expect } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect, EnvokePages } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

describe('without access to the broker', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    popup = await browser.openPopup();
    await connect(popup);
    await browser.allowBroker(false);
    await popup.page.bringToFront();
  });
  it.afterAll(() => browser.allowBroker(true));

  it('finds contacts all the same, since the broker answers to the extension by name', async () => {
    const settings = await browser.openExtensionPage('settings.html');
    const diagnostics = settings.getByRole('textbox', { name: 'Diagnostics' });
    await expect
      .poll(() => diagnostics.inputValue(), { timeout: 10_000 })
      .toContain('"brokerPermission": false');
    await settings.close();
    const someone = rig.envoke.accounts[0]?.people.list()[40]?.text;
    await popup.searchBox.fill(someone?.last_name ?? '');
    await expectShown(popup.contact(someone?.email ?? ''));
  });

  it('begins no sign-in before the browser has given it', async () => {
    await popup.searchBox.fill('');
    await popup.signOut();
    const before = browser.proxy.exchanges.length;
    await popup.enabledConnectButton.click();
    // The browser's own question is open now, and nobody answers it.
    await popup.page.waitForTimeout(1_500);
    const asked = browser.proxy.exchanges.slice(before).map(({ url }) => url);
    expect(asked.filter((url) => url.includes('/oauth/par'))).toEqual([]);
    await popup.page.close();
  });

  it('connects as soon as it is back', async () => {
    await browser.allowBroker(true);
    popup = await browser.openPopup();
    // Envoke still knows the person.
    await new EnvokePages(await popup.connect()).authorize();
    await expectShown(popup.contacts.getByRole('listitem').first());
  });
});
