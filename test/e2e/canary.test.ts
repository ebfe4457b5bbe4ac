/**
 * The promise the whole design is for: Envoke's access token and the client secret never reach the browser, a log or a
 * readable place on disk. Both are unguessable strings here, and every byte is searched for them.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { exchangePlaces, filePlaces, type Place, placesHolding, textPlace } from './harness/canary.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { dumpExtensionStorage } from './harness/extension-storage.ts';
import { openBrowser } from './harness/open-browser.ts';
import { type Rig, startRig } from './harness/rig.ts';
import { stealSession } from './harness/stolen-session.ts';

const ADDED = 'canary@lakeside.example.org';

describe("Envoke's access token and the client secret", () => {
  let rig: Rig;
  let browser: BrowserUnderTest;
  let secrets: string[];
  let sessionToken: string;
  let storage: Place;

  beforeAll(async () => {
    [rig, browser] = await Promise.all([startRig(), openBrowser()]);
    const popup = await browser.openPopup();
    await connect(popup);
    await expectShown(popup.contacts.getByRole('listitem').first());
    await popup.searchBox.fill('example');
    await expectShown(popup.contacts.getByRole('listitem').first());
    await popup.addButton.click();
    await popup.fill({ email: ADDED, consentStatus: 'Not Provided' });
    await popup.saveButton.click();
    await vi.waitUntil(() => rig.envoke.accounts[0]?.people.findByEmail(ADDED), { timeout: 10_000 });
    ({ sessionToken } = await stealSession(popup.page, rig.brokerUrl));
    storage = textPlace('extension storage', await dumpExtensionStorage(popup.page));
    await popup.page.reload();
    await popup.signOut();
    await expectShown(popup.connectButton);
    secrets = [...rig.envoke.grants.accessTokens(), rig.clientSecret];
    await browser.context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await rig?.close();
  });

  it('are really in use, and the search finds a planted value', () => {
    expect(secrets).toHaveLength(2);
    expect(rig.envoke.requests.list().length).toBeGreaterThan(2);
    expect(placesHolding([sessionToken], [storage])).toEqual(['extension storage']);
    expect(placesHolding([sessionToken], exchangePlaces(browser.proxy.exchanges)).length).toBeGreaterThan(2);
  });

  it('are in no request or answer of the browser', () => {
    expect(placesHolding(secrets, exchangePlaces(browser.proxy.exchanges))).toEqual([]);
  });

  it('are in no storage area and no IndexedDB of the extension, nor anywhere in the profile', async () => {
    expect(storage.content.toString()).toContain('extractable=false');
    expect(placesHolding(secrets, [storage])).toEqual([]);
    expect(placesHolding(secrets, await filePlaces(browser.profile))).toEqual([]);
  });

  it('are in no log line', async () => {
    const log = await rig.log();
    expect(log.length).toBeGreaterThan(200);
    expect(placesHolding([...secrets, sessionToken], [textPlace('log', log)])).toEqual([]);
  });

  it('are nowhere readable in the database, its write-ahead log or the keys', async () => {
    const files = await filePlaces(rig.dataDir);
    expect(files.map(({ name }) => name).join()).toContain('.sqlite');
    expect(placesHolding([...secrets, sessionToken], files)).toEqual([]);
  });
});
