/** In Firefox: signing in, where the start URL is loaded twice and redirect URIs are checked, adding, and reading pages. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findAddressesInPage } from '../../extension/lib/page/in-page-addresses.ts';
import { mergeFrames } from '../../extension/lib/page/page-addresses.ts';
import { TRY_OUT_LOGIN } from '../envoke/options.ts';
import { ADDRESS_CASES, addressPages, JANE } from './harness/address-pages.ts';
import { exchangePlaces, placesHolding } from './harness/canary.ts';
import { type FirefoxUnderTest, openFirefox } from './harness/firefox.ts';
import { ownLane } from './harness/lanes.ts';
import { type Rig, startRig } from './harness/rig.ts';
import { serveWebPages } from './harness/web-pages.ts';

const { path, extension } = ownLane().firefox;
const READING = { maxChars: 1_000_000, maxMs: 10_000, stretchMs: 25 } as const;

describe.runIf(path)('in Firefox', () => {
  let rig: Rig;
  let firefox: FirefoxUnderTest;

  beforeAll(async () => {
    if (path === undefined) return;
    rig = await startRig();
    firefox = await openFirefox(path, extension);
  });
  afterAll(async () => {
    await firefox?.close();
    await rig?.close();
  });

  it('connects, shows the contacts, and lets no secret through', async () => {
    const popup = await firefox.openPopup();
    await popup.locator('::-p-aria(Connect to Envoke)').click();
    const envoke = await firefox.nextWindow(rig.envoke.url);
    await envoke.locator('input[type=email]').fill(TRY_OUT_LOGIN.email);
    await envoke.locator('input[type=password]').fill(TRY_OUT_LOGIN.password);
    await envoke.locator('button.main').click();
    await envoke.locator('button[value=authorize]').click();
    await popup.locator('::-p-aria([name="Contacts"][role="list"]) li').wait();
    const secrets = [...rig.envoke.grants.accessTokens(), rig.clientSecret];
    expect(secrets).toHaveLength(2);
    expect(placesHolding(secrets, exchangePlaces(firefox.proxy.exchanges))).toEqual([]);
  });

  it('sends what was saved, from its own background', async () => {
    const email = 'amelie.roy@lakeside.example.org';
    const popup = await firefox.openPopup();
    await popup.locator('::-p-aria([name="Add contact"][role="button"])').click();
    await popup.locator('input[inputmode=email]').fill(email);
    await popup.locator('::-p-aria([name="Save as Not Provided"][role="button"])').click();
    await vi.waitUntil(() => rig.envoke.accounts[0]?.people.findByEmail(email), {
      timeout: 20_000,
      interval: 100,
    });
  });

  it('reads pages as Chromium does', { timeout: 120_000 }, async () => {
    const web = await serveWebPages(addressPages);
    const page = await firefox.browser.newPage();
    const wrong: string[] = [];
    for (const [at, [how, , right = [JANE]]] of ADDRESS_CASES.entries()) {
      await page.goto(web.url(`/${at}`));
      const reading = await page.evaluate(findAddressesInPage, READING);
      const found = mergeFrames([reading])?.addresses.join(' ');
      if (found !== right.join(' ')) wrong.push(`${how}: ${found}`);
    }
    web.close();
    expect(wrong).toEqual([]);
  });
});
