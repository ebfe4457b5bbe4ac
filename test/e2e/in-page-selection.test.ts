/** What belongs to a selection: the rest of the row or card, the header of the table, the heading over it alone. */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { findAddressesInPage } from '../../extension/lib/page/in-page-addresses.ts';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { it } from './harness/scenario.ts';
import { drag, linesOf, readLink, readSelection } from './harness/selections.ts';
import { serveWebPages, type WebPages } from './harness/web-pages.ts';

const CARDS = {
  path: '/cards',
  title: 'Our team',
  html: `<h1>Harbour Arts Council</h1><p>Some words about the whole team, which nobody asked for.</p>
    <h2>Our team</h2><div><div class="card"><h3>Priya Raman</h3><p>Events Coordinator</p><p>604-555-0142</p>
    <p><a href="mailto:priya.raman@harbour.example.ca">Write</a></p></div>
    <div class="card"><h3>Owen Lindqvist</h3><p>Director of Programs</p><p>owen@harbour.example.ca</p></div></div>
    <p>Foot of the page</p>`,
} as const;
const TABLE = {
  path: '/table',
  title: 'Staff',
  html: `<h1>Staff directory</h1><table><thead><tr><th>Last name</th><th>First name</th><th>Email</th></tr></thead>
    <tbody><tr><td>Bell</td><td>Ann</td><td>abell@pine.example.ca</td></tr>
    <tr><td>Chan</td><td>Bo</td><td>bchan@pine.example.ca</td></tr>
    <tr><td>Dow</td><td>Cy</td><td>cdow@pine.example.ca</td></tr></tbody></table>`,
} as const;
const FLAT = {
  path: '/flat',
  title: 'Lake Society',
  html: `<h1>Lake Society</h1><h3>Ann Bell</h3><p>Clerk</p><p>abell@pine.example.ca</p><h3>Bo Chan</h3><p>Planner</p>
    <p>bchan@pine.example.ca</p><p id="two">Tickets: Mia Stone, mia.stone@lake.example.ca; hall: Leo Park, leo.park@lake.example.ca</p>
    <input id="field" value="Jo Paquet, jo@lake.example.ca"><p id="pictured">Una <img src="/none.png" onerror="window.ran = (window.ran ?? 0) + 1"> Roy</p>`,
} as const;
const COPIED = {
  path: '/copied',
  title: 'Our team',
  html: `<h1>Lake Society</h1><div><div class="card"><h3>Ann Bell</h3><p><a href="mailto:ann.bell@lake.example.ca">ann.bell@lake.example.ca</a></p></div>
    <div class="card"><h3>Bo Chan</h3><p><a href="mailto:ann.bell@lake.example.ca">bo.chan@lake.example.ca</a></p></div></div>`,
} as const;
const BUDGET = { maxChars: 100_000, maxMs: 5_000, stretchMs: 25, linkUrl: null } as const;

describe('reading a selection', () => {
  let web: WebPages;
  let browser: BrowserUnderTest;
  let page: Page;

  it.beforeAll(async ({ browser: shared }) => {
    browser = shared;
    web = await serveWebPages([CARDS, TABLE, FLAT, COPIED]);
    page = await browser.openPage(web.url(CARDS.path));
  });
  afterAll(() => web?.close());

  /** Drags from one place in the text of the page to another. */
  const dragOn = async (path: string, from: Parameters<typeof drag>[1], to: Parameters<typeof drag>[2]) => {
    await page.goto(web.url(path));
    await drag(page, from, to);
    return readSelection(page);
  };

  it('finds nothing where nothing is selected', async () => {
    await page.goto(web.url(CARDS.path));
    const found = await readSelection(page);
    expect(found).toMatchObject({ text: '', html: '', selected: '' });
  });

  const PRIYA = ['Priya Raman', 'Events Coordinator', '604-555-0142'];
  it.for([
    ['the name', ['Priya Raman', 0], ['Priya Raman', 11]],
    ['a part of the role', ['Events Coordinator', 3], ['Events Coordinator', 6]],
    ['the words of the link', ['Write', 0], ['Write', 5]],
  ] as const)('takes the whole card for %s alone', async ([, from, to]) => {
    const found = await dragOn(CARDS.path, [...from], [...to]);
    expect(linesOf(found)).toEqual([...PRIYA, 'Write <priya.raman@harbour.example.ca>']);
    expect(found.html).toContain('href="mailto:priya.raman@harbour.example.ca"');
    expect(found.above).toBe('Harbour Arts Council\nOur team');
  });

  it('takes the card whose link writes to somebody else, with the address that its words show', async () => {
    const found = await dragOn(COPIED.path, ['Bo Chan', 0], ['Bo Chan', 7]);
    expect(linesOf(found)).toEqual(['Bo Chan', 'bo.chan@lake.example.ca']);
  });

  it('takes both cards where the selection goes from one into the other', async () => {
    const found = await dragOn(CARDS.path, ['Events Coordinator', 3], ['Director of Programs', 4]);
    expect(linesOf(found).slice(-3)).toEqual([
      'Owen Lindqvist',
      'Director of Programs',
      'owen@harbour.example.ca',
    ]);
    expect(found.selected).toContain('Priya Raman');
  });

  it('takes the whole row and the names of the columns for one cell', async () => {
    const found = await dragOn(TABLE.path, ['Chan', 0], ['Chan', 4]);
    expect(linesOf(found)).toEqual(['Last name | First name | Email', 'Chan | Bo | bchan@pine.example.ca']);
    expect(found.selected).not.toContain('Last name');
  });

  it('takes what stands under one heading where there are no cards', async () => {
    const found = await dragOn(FLAT.path, ['bchan@', 0], ['bchan@', 5]);
    expect(linesOf(found)).toEqual(['Bo Chan', 'Planner', 'bchan@pine.example.ca']);
    const named = await dragOn(FLAT.path, ['Ann Bell', 0], ['Ann Bell', 8]);
    expect(linesOf(named)).toEqual(['Ann Bell', 'Clerk', 'abell@pine.example.ca']);
  });

  it('takes whole words, and nobody else, of a line with two people', async () => {
    const found = await dragOn(FLAT.path, ['Tickets', 10], ['Tickets', 40]);
    expect(found.selected.trim()).toBe('Mia Stone, mia.stone@lake.example.ca;');
  });

  it('reads the whole page where all of it is selected', async () => {
    await page.goto(web.url(TABLE.path));
    await page.keyboard.press('ControlOrMeta+a');
    const found = await readSelection(page);
    expect(found).toMatchObject(await page.evaluate(findAddressesInPage, BUDGET));
  });

  it('takes what is selected in a field', async () => {
    await page.goto(web.url(FLAT.path));
    await page.locator('#field').selectText();
    const found = await readSelection(page);
    expect(found.text).toBe('Jo Paquet, jo@lake.example.ca');
  });

  it('takes the card around the link that was clicked, and says what the link is called', async () => {
    await page.goto(web.url(CARDS.path));
    const linkUrl = 'mailto:priya.raman@harbour.example.ca';
    const found = await readLink(page, linkUrl);
    expect(found.selected.trim()).toBe('Write <priya.raman@harbour.example.ca>');
    expect(linesOf(found)).toEqual([...PRIYA, 'Write <priya.raman@harbour.example.ca>']);
  });

  it('runs nothing of the page again, and loads none of its pictures again', async () => {
    await page.goto(web.url(FLAT.path));
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.locator('#pictured').selectText();
    await readSelection(page);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (window as unknown as { ran: number }).ran)).toBe(1);
    expect(requested).toEqual([]);
  });
});
