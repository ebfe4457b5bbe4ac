/** In Firefox: signing in, where the start URL is loaded twice and redirect URIs are checked, and a contact added. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TRY_OUT_LOGIN } from '../envoke/options.ts';
import { exchangePlaces, placesHolding } from './harness/canary.ts';
import { type FirefoxUnderTest, openFirefox } from './harness/firefox.ts';
import { ownLane } from './harness/lanes.ts';
import { type Rig, startRig } from './harness/rig.ts';

const { path, extension } = ownLane().firefox;

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
});
