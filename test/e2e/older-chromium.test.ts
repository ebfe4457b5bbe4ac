/** Chromium before version 148 has no `browser` of its own: the extension works on `chrome` and the polyfill. */
import { cp, glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ChromiumUnderTest, openChromium } from './harness/chromium.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { firefoxCannot } from './harness/firefox-cannot.ts';
import { ownLane } from './harness/lanes.ts';
import type { PopupPage } from './harness/popup-page.ts';
import { type Rig, startRig } from './harness/rig.ts';
import { STAFF_PAGE, serveWebPages, type WebPages } from './harness/web-pages.ts';

const HIDE = `globalThis.isHidden = 'browser' in globalThis && delete globalThis.browser && !('browser' in globalThis);`;
const HIDE_FILE = 'hide-browser.js';
const ADDED = 'older.browser@lakeside.example.org';

/** The extension as it would run there: `browser` is gone before the first of its own scripts. */
async function withoutNativeBrowser(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'contacts-for-envoke-older-'));
  await cp(ownLane().chromium.extension, folder, { recursive: true });
  await writeFile(join(folder, HIDE_FILE), HIDE);
  const background = join(folder, 'background.js');
  await writeFile(background, `${HIDE}\n${await readFile(background, 'utf8')}`);
  for await (const page of glob('*.html', { cwd: folder })) {
    const html = await readFile(join(folder, page), 'utf8');
    await writeFile(
      join(folder, page),
      html.replace('<head>', `<head><script src="/${HIDE_FILE}"></script>`),
    );
  }
  return folder;
}

describe.skipIf(firefoxCannot('do without the native `browser`'))('in a Chromium without `browser`', () => {
  let rig: Rig;
  let web: WebPages;
  let chromium: ChromiumUnderTest;
  let popup: PopupPage;
  let folder: string;

  beforeAll(async () => {
    folder = await withoutNativeBrowser();
    [rig, chromium, web] = await Promise.all([
      startRig(),
      openChromium(undefined, folder),
      serveWebPages([STAFF_PAGE]),
    ]);
    popup = await chromium.openPopup();
  });
  afterAll(async () => {
    web?.close();
    await chromium?.close();
    await rig?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('the extension starts without it, in its pages and in its background', async () => {
    expect(await popup.page.evaluate(() => isHidden)).toBe(true);
    const worker = await chromium.worker.running();
    expect(await worker.evaluate(() => isHidden)).toBe(true);
  });

  it('connects, and finds a contact: messages reach the background and answers come back', async () => {
    await connect(popup);
    const someone = rig.envoke.accounts[0]?.people.list()[40]?.text;
    await popup.searchBox.fill(someone?.last_name ?? '');
    await expectShown(popup.contact(someone?.email ?? ''));
  });

  it('adds a person, after the background was ended', async () => {
    await chromium.worker.kill(popup.page);
    await popup.addButton.click();
    await popup.fill({ email: ADDED });
    await popup.saveButton.click();
    await vi.waitUntil(() => rig.envoke.accounts[0]?.people.findByEmail(ADDED), {
      timeout: 15_000,
      interval: 100,
    });
  });

  it('takes over a selection by the menu', async () => {
    const page = await chromium.openPage(web.url(STAFF_PAGE.path));
    const selectionText = (await page.locator('#person').textContent()) ?? '';
    await popup.page.close();
    await chromium.worker.clickMenu(page, { menuItemId: 'add-selection', selectionText });
    popup = await chromium.openedPopup();
    await expectShown(popup.field('Email'));
    expect(await popup.field('Email').inputValue()).toBe('noemie.gagnon@lakeside.example.org');
  });

  it('signs out', async () => {
    await popup.page.close();
    popup = await chromium.openPopup();
    await popup.searchBox.waitFor();
    await popup.signOut();
    await expectShown(popup.connectButton);
    expect(rig.envoke.grants.accessTokens()).toHaveLength(1);
  });
});

/** What {@link HIDE} leaves in the extension's own world. */
declare const isHidden: boolean;
