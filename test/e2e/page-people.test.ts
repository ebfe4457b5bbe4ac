/** The people on the page in front of the person: who may be mailed, who may not, who is new, and several added at once. */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, vi } from 'vitest';
import { putVersioned } from '../../scripts/screenshots/storage.ts';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { connect } from './harness/envoke-pages.ts';
import { expectShown } from './harness/expect-shown.ts';
import { type PageUnderPopup, putUnderPopup } from './harness/page-under-popup.ts';
import type { PopupPage } from './harness/popup-page.ts';
import type { Rig } from './harness/rig.ts';
import { it } from './harness/scenario.ts';
import { serveWebPages, type WebPages } from './harness/web-pages.ts';

const TEAM = {
  path: '/team',
  title: 'Our team',
  html: `<main><h1>Our team</h1><p>Mailed: mailed@lakeside.example.org</p>
    <p><a href="mailto:gone@lakeside.example.org">Gone</a></p><p>Expired: expired@lakeside.example.org</p>
    <p>new.one@lakeside.example.org, new.two@lakeside.example.org; new.three@lakeside.example.org</p>
    <p>Secret words of the page.</p></main>`,
} as const;
const STAFF = [
  ['Ann Bell', 'abell@pine.example.org'],
  ['Bo Chan', 'bchan@pine.example.org'],
  ['Cyrus Dow', 'cdow@pine.example.org'],
  ['Dina Eck', 'deck@pine.example.org'],
  ['Edgar Fox', 'efox@pine.example.org'],
  ['Flora Gee', 'fgee@pine.example.org'],
  ['Hal Ives', 'hives@pine.example.org'],
] as const;
const ROWS = STAFF.map(([name, email]) => `<tr><td>${name}</td><td>Clerk</td><td>${email}</td></tr>`).join(
  '',
);
const DIRECTORY = {
  path: '/directory',
  title: 'Staff directory – Township of Pine',
  html: `<main><h1>Staff directory</h1><table><tr><th>Name</th><th>Title</th><th>Email</th></tr>${ROWS}</table></main>`,
} as const;
/** Longer than the 50 characters that Envoke takes. */
const LONG_NAME = 'Association canadienne des musées ruraux et des centres du patrimoine';
const MUSEUM = ['Iris Jack', 'Karl Lund', 'Mona Nye'].map(
  (name) =>
    `<tr><td>${name}</td><td>${LONG_NAME}</td><td>${name.toLowerCase().replace(' ', '.')}@rural.example.org</td></tr>`,
);
const MUSEUMS = {
  path: '/museums',
  title: 'Team',
  html: `<main><table><tr><th>Name</th><th>Organization</th><th>Email</th></tr>${MUSEUM.join('')}</table></main>`,
} as const;
const THERE = [
  ['mailed@lakeside.example.org', 'Express', 'OK to email'],
  ['gone@lakeside.example.org', 'Revoked', 'Do not email'],
  ['expired@lakeside.example.org', 'Not Provided', 'No consent yet'],
] as const;

describe('on this page', () => {
  let rig: Rig;
  let web: WebPages;
  let browser: BrowserUnderTest;
  let popup: PopupPage;
  let page: Page;
  let under: PageUnderPopup;

  const people = () => rig.envoke.accounts[0]?.people;
  const summary = () => page.getByRole('button', { name: /^On this page/ });
  const row = (email: string) =>
    page.getByRole('list', { name: 'People on this page' }).getByRole('listitem').filter({ hasText: email });

  it.beforeAll(async ({ rig: own, browser: shared }) => {
    rig = own;
    browser = shared;
    web = await serveWebPages([TEAM, DIRECTORY, MUSEUMS]);
    popup = await browser.openPopup();
    page = popup.page;
    await connect(popup);
    for (const [index, [email, status]] of THERE.entries()) {
      const model = people()?.list()[index];
      if (model === undefined) throw new Error('the stand-in has nobody');
      const consent = { ...model.consent, status, expiry: '' };
      people()?.replace({ ...model, text: { ...model.text, email }, consent });
    }
    under = await putUnderPopup(page, await browser.openPage(web.url(TEAM.path)));
    await page.bringToFront();
  });
  afterAll(() => web?.close());

  it('reads nothing when page look-up is switched off', async () => {
    await putVersioned(page, 'local', 'settings', { pageLookup: false });
    await page.reload();
    await expectShown(popup.contacts.getByRole('listitem').first());
    expect(await summary().count()).toBe(0);
    expect(await under.reads()).toBe(0);
    await putVersioned(page, 'local', 'settings', {});
  });

  it('says of each person whether they may be mailed, may not, or are new', async () => {
    await page.reload();
    await expectShown(page.getByText('6 addresses · 3 not in Envoke'));
    await summary().click();
    for (const [email, , words] of THERE) await expectShown(row(email).getByText(words));
    for (const name of ['one', 'two', 'three'])
      await expectShown(row(`new.${name}@lakeside.example.org`).getByText('Not in Envoke'));
    expect(await under.reads()).toBeGreaterThan(0);
  });

  it('adds several at once, with the page as their proof, and nobody twice', async () => {
    const before = people()?.list().length ?? 0;
    const ticked = page.getByRole('checkbox', { checked: true });
    await page.getByRole('button', { name: 'Choose all' }).click();
    await expect.poll(() => ticked.count()).toBe(3);
    await page.getByRole('button', { name: 'Choose nobody' }).click();
    await expect.poll(() => ticked.count()).toBe(0);
    await page.getByLabel('Choose new.one@lakeside.example.org').check();
    await page.getByLabel('Choose new.three@lakeside.example.org').check();
    await page.getByRole('button', { name: 'Add 2 people' }).click();
    await expectShown(page.getByText('2 people will be added.'));
    await page.getByLabel('Your name').fill('Robin Vale');
    await page.keyboard.press('Enter');
    // Time enough for whatever Enter would send.
    await page.waitForTimeout(300);
    expect(await page.getByText('2 people will be added.').count()).toBe(1);
    await page.getByRole('button', { name: 'Add 2 people as Not Provided' }).click();
    await vi.waitUntil(() => people()?.list().length === before + 2, { timeout: 15_000, interval: 100 });
    for (const name of ['one', 'three'])
      expect(people()?.findByEmail(`new.${name}@lakeside.example.org`)?.consent).toMatchObject({
        status: 'Not Provided',
        description: expect.stringContaining(`page “Our team”, ${web.url(TEAM.path)}`),
      });
    expect(people()?.findByEmail('new.two@lakeside.example.org')).toBeUndefined();
  });

  it('opens one review by a double click, and sends nobody before what is too long is corrected', async () => {
    popup = await browser.openPopup();
    page = popup.page;
    await putUnderPopup(page, await browser.openPage(web.url(MUSEUMS.path)));
    await page.bringToFront();
    await page.reload();
    await summary().click();
    const ground = page.getByRole('button', { name: 'They asked for our emails' });
    await ground.dblclick();
    const correct = page.getByRole('button', { name: 'Show what to correct', disabled: false });
    await expectShown(correct);
    await page.keyboard.press('Escape');
    await expectShown(ground);

    await ground.click();
    await correct.click();
    const companies = page.getByLabel('Company', { exact: true });
    await vi.waitUntil(() => companies.first().evaluate((field) => field === document.activeElement));
    expect(people()?.findByEmail('iris.jack@rural.example.org')).toBeUndefined();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('Rural Museums');
    await page.getByRole('button', { name: 'Company: use this for 2 other people too' }).click();
    await page.getByRole('button', { name: 'Add 3 people as Express' }).click();
    const emails = ['iris.jack', 'karl.lund', 'mona.nye'].map((name) => `${name}@rural.example.org`);
    const companiesThere = () => emails.map((email) => people()?.findByEmail(email)?.text.company);
    await expect.poll(companiesThere, { timeout: 20_000 }).toEqual(emails.map(() => 'Rural Museums'));
  });

  it('adds seven people with their names and one ground in four gestures', async () => {
    // The first gesture is the click that opens the popup, over this page.
    popup = await browser.openPopup();
    page = popup.page;
    await putUnderPopup(page, await browser.openPage(web.url(DIRECTORY.path)));
    await page.bringToFront();
    await page.reload();
    await summary().click();
    await page.getByRole('button', { name: 'They asked for our emails' }).click();
    await page.getByRole('button', { name: 'Add 7 people as Express' }).click();
    const emails = STAFF.map(([, email]) => email);
    await vi.waitUntil(() => emails.every((email) => people()?.findByEmail(email)), {
      timeout: 20_000,
      interval: 100,
    });
    for (const [name, email] of STAFF) {
      const { text, consent } = people()?.findByEmail(email) ?? {};
      expect(`${text?.first_name} ${text?.last_name}`).toBe(name);
      expect(consent?.status).toBe('Express');
    }
  });

  it('sends only addresses of the page out of the browser', () => {
    const sent = browser.proxy.exchanges.map(({ url, requestBody }) => `${url} ${requestBody}`).join('\n');
    expect(sent).toContain('new.two@lakeside.example.org');
    expect(sent).not.toContain('Secret words');
  });
});
