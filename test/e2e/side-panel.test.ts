/** The popup beside the page: only where a person asked for it, and with the people of whatever page is in its tab. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, describe, expect, vi } from 'vitest';
import type { ChromiumUnderTest } from './harness/chromium.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { firefoxCannot } from './harness/firefox-cannot.ts';
import { it } from './harness/scenario.ts';
import { serveWebPages, type WebPages } from './harness/web-pages.ts';

const page = (path: string, people: readonly string[]) => ({
  path,
  title: `Team ${path}`,
  html: `<main>${people.map((one) => `<p>${one}: ${one.toLowerCase()}@lake.example.ca</p>`).join('')}</main>`,
});
const NORTH = page('/north', ['Ada', 'Bea', 'Cyd']);
const SOUTH = page('/south', ['Dov', 'Eve']);

describe.skipIf(firefoxCannot('reach what stands beside the page'))('the side panel', () => {
  let web: WebPages;
  let chromium: ChromiumUnderTest;
  let under: Page;
  let connection: Browser | undefined;

  it.beforeAll(async ({ rig, chromium: shared }) => {
    expect(rig.brokerUrl).not.toBe('');
    chromium = shared;
    web = await serveWebPages([NORTH, SOUTH]);
    const popup = await chromium.openPopup();
    await connect(popup);
    await popup.page.close();
    under = await chromium.openPage(web.url(NORTH.path));
  });
  afterAll(async () => {
    await connection?.close();
    await web?.close();
  });

  /** Playwright does not follow popups and panels as they open; a new connection finds them among the pages. */
  const opened = (ending: RegExp) =>
    vi.waitFor(
      async () => {
        await connection?.close();
        const [port] = (await readFile(join(chromium.profile, 'DevToolsActivePort'), 'utf8')).split('\n');
        connection = await playwright.connectOverCDP(`http://127.0.0.1:${port}`);
        const pages = connection.contexts().flatMap((context) => context.pages());
        const found = pages.find((one) => ending.test(one.url()));
        if (found === undefined) throw new Error(`No page ${ending} has opened.`);
        return found;
      },
      { timeout: 15_000, interval: 200 },
    );
  /** A sign-in window that has closed may leave no window with the focus, over which alone a popup opens. */
  const openOverWindow = () =>
    vi.waitFor(async () => (await chromium.worker.running()).evaluate(openPopup), {
      timeout: 10_000,
      interval: 200,
    });
  const popupOverPage = async () => {
    await under.bringToFront();
    await openOverWindow();
    return opened(/popup\.html$/);
  };
  const panelBesidePage = () => opened(/\?beside=\d+$/);

  it('is not offered before a person switches it on', async () => {
    const popup = await popupOverPage();
    await popup.getByRole('button', { name: /^On this page/ }).click();
    await expectShown(popup.getByRole('list', { name: 'People on this page' }));
    expect(await popup.getByRole('button', { name: 'Open beside the page' }).count()).toBe(0);
    await popup.close();
  });

  it('opens beside the page by one press in the popup', async () => {
    const settings = await chromium.openExtensionPage('settings.html');
    await settings.getByRole('checkbox', { name: /^Offer to open beside the page/ }).check();
    await expectShown(settings.getByText('Saved.'));
    await settings.close();
    const popup = await popupOverPage();
    await popup.getByRole('button', { name: /^On this page/ }).click();
    await popup.getByRole('button', { name: 'Open beside the page' }).click();
    const panel = await panelBesidePage();
    await expectShown(panel.getByRole('list', { name: 'Contacts' }).getByRole('listitem').first());
    expect(await panel.getByRole('button', { name: 'Open beside the page' }).count()).toBe(0);
  });

  it('shows the people of its page, and of the next page in the same tab', async () => {
    const panel = await panelBesidePage();
    await expectShown(panel.getByText('3 addresses'));
    await under.goto(web.url(SOUTH.path));
    await expectShown(panel.getByText('2 addresses'));
  });

  it('leaves what is taken from the page to the popup', async () => {
    await chromium.worker.clickMenu(under, {
      menuItemId: 'add-selection',
      selectionText: 'Dov Oak: dov@lake.example.ca',
    });
    const popup = await opened(/popup\.html$/);
    await expectShown(popup.getByLabel('Email', { exact: true }));
    expect(await (await panelBesidePage()).getByLabel('Email', { exact: true }).count()).toBe(0);
  });
});

/** Runs inside the worker. */
async function openPopup(): Promise<void> {
  const { id } = await chrome.windows.getLastFocused({ windowTypes: ['normal'] });
  await chrome.windows.update(id, { focused: true });
  await chrome.action.openPopup({ windowId: id });
}

declare const chrome: {
  action: { openPopup(options: { windowId: number }): Promise<void> };
  windows: {
    getLastFocused(query: { windowTypes: string[] }): Promise<{ id: number }>;
    update(id: number, change: { focused: boolean }): Promise<unknown>;
  };
};
