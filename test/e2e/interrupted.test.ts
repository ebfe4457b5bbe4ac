/** Browsers end the background whenever they like: nothing may then wait forever. */
import { describe, expect } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';

describe('when the browser ends the background', () => {
  let rig: Rig;
  let browser: BrowserUnderTest;

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
  });

  it('offers to connect again at once, even with the window open', async () => {
    const popup = await browser.openPopup();
    const window = await popup.connect();
    await window.waitForLoadState();
    await browser.background.kill(popup.page);
    await expectShown(popup.enabledConnectButton);
    await expectShown(popup.notice('interrupted'));
    await window.close().catch(() => undefined);
    expect(rig.envoke.grants.accessTokens()).toEqual([]);
  });

  it('connects when asked again, and stays connected when it is ended once more', async () => {
    const popup = await browser.openPopup();
    await connect(popup);
    await browser.background.kill(popup.page);
    const next = await browser.openPopup();
    await expectShown(next.contacts.getByRole('listitem').first());
    await next.searchBox.fill('example');
    await expectShown(next.contacts.getByRole('listitem').first());
  });

  it('keeps the session when the broker restarts', async () => {
    const popup = await browser.openPopup();
    await rig.stopBroker();
    await rig.startBroker();
    await popup.page.reload();
    await popup.searchBox.fill('example');
    await expectShown(popup.contacts.getByRole('listitem').first());
    expect(rig.envoke.grants.accessTokens()).toHaveLength(1);
  });
});
