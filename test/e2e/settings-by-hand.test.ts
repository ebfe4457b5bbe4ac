/** What a person changes in the settings page, the address of the broker among it, in a build that names no broker. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../free-port.ts';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { buildWithoutBroker } from './harness/lane-build.ts';
import { ownLane } from './harness/lanes.ts';
import { openBrowser } from './harness/open-browser.ts';
import type { PopupPage } from './harness/popup-page.ts';
import { type Rig, startRig } from './harness/rig.ts';

const BUILD = { chromium: 'chrome', firefox: 'firefox' } as const;
const NOBODY_LISTENS = 'http://127.0.0.1:9';

describe('settings changed by hand', () => {
  let rig: Rig;
  let other: Rig;
  let browser: BrowserUnderTest;
  let popup: PopupPage;
  let settings: Page;

  beforeAll(async () => {
    const extension = await buildWithoutBroker(BUILD[ownLane().browser.kind]);
    [rig, other, browser] = await Promise.all([
      startRig(),
      freePort().then((port) => startRig({}, port)),
      openBrowser(undefined, extension),
    ]);
    popup = await browser.openPopup();
    settings = await browser.openExtensionPage('settings.html');
  });
  afterAll(async () => {
    await browser?.close();
    await rig?.close();
    await other?.close();
  });

  const address = () => settings.getByRole('textbox', { name: 'Address of the Contacts for Envoke service' });
  const useBroker = async (url: string) => {
    await address().fill(url);
    await settings.getByRole('button', { name: 'Check and use' }).click();
  };
  const usedBroker = async () => {
    await settings.reload();
    return address().inputValue();
  };
  const requestsTo = ({ brokerUrl }: Rig) =>
    browser.proxy.exchanges.filter(({ url }) => url.startsWith(`${brokerUrl}/`));

  it.each([
    [
      'that is not written as it will be used',
      () => 'https:\\\\broker.example.ca',
      'This address cannot be right',
    ],
    [
      'without encryption on another machine',
      () => 'http://broker.example.ca',
      'This address cannot be right',
    ],
    ['where nothing answers', () => NOBODY_LISTENS, 'Nothing answers at this address'],
    ['where something else answers', () => rig.envoke.url, 'it is not Contacts for Envoke'],
  ])('an address %s is not used', async (_what, url, refusal) => {
    const before = await usedBroker();
    await useBroker(url());
    await expectShown(settings.getByRole('status').filter({ hasText: refusal }));
    expect(await usedBroker()).toBe(before);
  });

  it('the address of a broker is used, and the popup that is open connects there', async () => {
    await useBroker(rig.brokerUrl);
    await expectShown(settings.getByText('It is used from now on'));
    expect(await usedBroker()).toBe(rig.brokerUrl);
    await popup.page.bringToFront();
    await connect(popup);
    await expectShown(popup.contacts.getByRole('listitem').first());
  });

  it('another broker is not given the session of the first, which is there again with its address', async () => {
    await useBroker(other.brokerUrl);
    await expectShown(settings.getByText('It is used from now on'));
    await popup.page.bringToFront();
    const someone = rig.envoke.accounts[0]?.people.list()[40]?.text;
    await popup.searchBox.fill(someone?.last_name ?? '');
    await expectShown(popup.page.getByRole('alert'));
    const sent = requestsTo(rig).flatMap(({ requestHeaders }) => requestHeaders);
    const token = sent.find((value) => value.startsWith('DPoP '));
    expect(token).toBeDefined();
    expect(requestsTo(other).flatMap(({ requestHeaders }) => requestHeaders)).not.toContain(token);
    expect(other.envoke.requests.count('GET', '/v1/contacts')).toBe(0);
    await settings.bringToFront();
    await useBroker(rig.brokerUrl);
    await expectShown(settings.getByText('It is used from now on'));
    await popup.page.bringToFront();
    await popup.searchBox.fill('');
    await popup.searchBox.fill(someone?.last_name ?? '');
    await expectShown(popup.contact(someone?.email ?? ''));
    await popup.searchBox.fill('');
  });

  it('language, colours and what the forms begin with take effect in the popup that is open', async () => {
    await settings.bringToFront();
    await settings.getByRole('radio', { name: 'Dark' }).check();
    await settings.getByLabel('Default consent status').selectOption({ label: 'Express' });
    await settings.getByLabel('Offer to add many people at once').uncheck();
    await expectShown(settings.getByText('Saved.'));
    await settings.getByRole('radio', { name: 'Français' }).check();
    await expectShown(settings.getByRole('heading', { name: 'Langue et apparence' }));
    await popup.page.bringToFront();
    await expectShown(popup.page.getByRole('searchbox', { name: 'Chercher' }));
    expect(await popup.page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });

  it('all of it is there after the browser was started again', async () => {
    const extension = await buildWithoutBroker(BUILD[ownLane().browser.kind]);
    await browser.quit();
    browser = await openBrowser(browser.profile, extension);
    settings = await browser.openExtensionPage('settings.html');
    await expectShown(settings.getByRole('heading', { name: 'Langue et apparence' }));
    expect(await settings.getByRole('radio', { name: 'Sombres' }).isChecked()).toBe(true);
    popup = await browser.openPopup();
    await expectShown(popup.page.getByRole('searchbox', { name: 'Chercher' }));
    await popup.page.getByRole('button', { name: 'Ajouter un contact' }).click();
    expect(await popup.page.getByRole('button', { name: 'Coller une liste' }).count()).toBe(0);
  });
});
