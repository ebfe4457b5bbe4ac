/** In Firefox without a sign-in window: a tab of the broker takes its place, with Firefox's own rules for cookies. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TRY_OUT_LOGIN } from '../envoke/options.ts';
import { type FirefoxUnderTest, openFirefox } from './harness/firefox.ts';
import { ownLane } from './harness/lanes.ts';
import { type Rig, startRig } from './harness/rig.ts';

const { path, extension } = ownLane().firefox;

describe.runIf(path)('in Firefox, connecting in a tab', () => {
  let rig: Rig;
  let firefox: FirefoxUnderTest;
  let popup: Page;

  beforeAll(async () => {
    if (path === undefined) return;
    rig = await startRig();
    firefox = await openFirefox(path, extension);
    popup = await firefox.openPopup();
    await popup.locator('::-p-aria(Connect to Envoke)').wait();
    await popup.evaluate(hideIdentity);
  });
  afterAll(async () => {
    await firefox?.close();
    await rig?.close();
  });

  it('says that the tab was closed when the person closes it', async () => {
    await popup.locator('::-p-aria(Connect to Envoke)').click();
    const tab = await firefox.nextWindow(rig.envoke.url);
    await tab.close();
    await vi.waitFor(async () => expect(await textOf(popup)).toContain('The tab was closed'), {
      timeout: 10_000,
    });
    expect(rig.envoke.grants.accessTokens()).toEqual([]);
  });

  it('shows the contacts once the person has authorized', async () => {
    await popup.evaluate(hideIdentity);
    await popup.locator('::-p-aria(Connect to Envoke)').click();
    const tab = await firefox.nextWindow(rig.envoke.url);
    await tab.locator('input[type=email]').fill(TRY_OUT_LOGIN.email);
    await tab.locator('input[type=password]').fill(TRY_OUT_LOGIN.password);
    await tab.locator('button.main').click();
    await tab.locator('button[value=authorize]').click();
    await vi.waitFor(async () => expect(await textOf(tab)).toContain('Envoke has allowed access'), {
      timeout: 10_000,
    });
    await popup.locator('::-p-aria([name="Contacts"][role="list"]) li').wait();
  });
});

const textOf = (page: Page) => page.evaluate(() => document.body.textContent);

/** Runs in the popup: takes the API away from the background, until the browser ends it. */
async function hideIdentity(): Promise<void> {
  const background = await browser.runtime.getBackgroundPage();
  Object.defineProperty(background.browser, 'identity', { value: undefined, configurable: true });
}

interface ExtensionApi {
  identity: unknown;
  runtime: { getBackgroundPage(): Promise<{ browser: ExtensionApi }> };
}
declare const browser: ExtensionApi;
