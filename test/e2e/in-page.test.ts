/** What the extension runs inside a page, run in real ones: the same functions, in the same browser. */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { findAddressesInPage } from '../../extension/lib/page/in-page-addresses.ts';
import { findSourceInPage } from '../../extension/lib/page/in-page-source.ts';
import type { ChromiumUnderTest } from './harness/chromium.ts';
import { it } from './harness/scenario.ts';
import { serveWebPages, type WebPages } from './harness/web-pages.ts';

const DIRECTORY = {
  path: '/directory',
  title: 'Staff directory',
  html: `<main><table id="person"><tr><td><b>Priya Raman</b><td>Events Coordinator</tr>
    <tr><td>604-555-0142<td><a href="mailto:priya.raman@harbourarts.example.ca?subject=Hi">Write</a></tr></table>
    <p id="pictured">Owen <img src="/none.png" onerror="window.ran = (window.ran ?? 0) + 1"> Lindqvist</p>
    <p style="display:none">hidden@example.org</p><p>Owen: owen@harbourarts.example.ca</p>
    <form><textarea>draft@example.org</textarea></form>
    <a id="linked" href="mailto:Lena%20Fischer%20%3Clena@harbourarts.example.ca%3E"><i>Lena Fischer</i></a></main>
    <script>document.title += ' 2026'; document.body.append('late@harbourarts.example.ca')</script>`,
} as const;
const CAPS = { linkUrl: null, maxTextChars: 10_000, maxHtmlChars: 10_000 } as const;
const BUDGET = {
  maxAddresses: 100,
  maxPassages: 100,
  maxChars: 100_000,
  maxMs: 5_000,
  stretchMs: -1,
} as const;

describe('reading inside a page', () => {
  let web: WebPages;
  let chromium: ChromiumUnderTest;
  let page: Page;

  it.beforeAll(async ({ chromium: shared }) => {
    chromium = shared;
    web = await serveWebPages([DIRECTORY]);
    page = await chromium.openPage(web.url(DIRECTORY.path));
  });
  afterAll(() => web?.close());

  it('takes the selection as it is laid out, and its markup with the addresses behind links', async () => {
    await page.locator('#person').selectText();
    const found = await page.evaluate(findSourceInPage, { ...CAPS, from: 'selection' } as const);
    expect(found).toMatchObject({ url: web.url(DIRECTORY.path), title: 'Staff directory 2026' });
    expect(found.text).toMatch(/Priya Raman\tEvents Coordinator\s*\n604-555-0142\tWrite/);
    expect(found.text).not.toContain('priya.raman@');
    expect(found.html).toContain('href="mailto:priya.raman@harbourarts.example.ca?subject=Hi"');
    expect(found.html).not.toContain('owen@');
  });

  it('takes no more than was selected, also within words, and the link around it', async () => {
    const select = (from: [string, number], to: [string, number]) =>
      page.evaluate(
        ([[fromSelector, fromAt], [toSelector, toAt]]) => {
          const [start, end] = [fromSelector, toSelector].map(
            (one) => document.querySelector(one)?.firstChild,
          );
          if (start && end) getSelection()?.setBaseAndExtent(start, fromAt, end, toAt);
        },
        [from, to] as const,
      );
    const read = () => page.evaluate(findSourceInPage, { ...CAPS, from: 'selection' } as const);
    await select(['#person b', 6], ['#person td + td', 6]);
    expect((await read()).html).toBe('<td><b>Raman</b></td><td>Events</td>');
    await select(['#linked i', 0], ['#linked i', 4]);
    expect((await read()).html).toBe(
      '<a id="linked" href="mailto:Lena%20Fischer%20%3Clena@harbourarts.example.ca%3E">Lena</a>',
    );
  });

  it('runs nothing of the page again, and loads none of its pictures again', async () => {
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.locator('#pictured').selectText();
    const found = await page.evaluate(findSourceInPage, { ...CAPS, from: 'selection' } as const);
    expect(found.html).toContain('<img src="/none.png"');
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => (window as unknown as { ran: number }).ran)).toBe(1);
    expect(requested).toEqual([]);
  });

  it('takes the link that was clicked, and nothing around it', async () => {
    const linkUrl = await page.locator('#linked').evaluate((link) => (link as HTMLAnchorElement).href);
    const found = await page.evaluate(findSourceInPage, { ...CAPS, from: 'link', linkUrl } as const);
    expect(found.text).toBe('Lena Fischer');
    expect(found.html).toMatch(/^<a id="linked"/);
  });

  it('takes of a page what a reader sees, also what a script has put there', async () => {
    const found = await page.evaluate(findSourceInPage, { ...CAPS, from: 'page' } as const);
    expect(found.text).toContain('late@harbourarts.example.ca');
    expect(found.text).not.toContain('hidden@');
  });

  it('finds the addresses of text and links, not those being typed, and leaves the page as it was', async () => {
    await page.locator('textarea').fill('typed@example.org');
    const before = await page.content();
    const found = await page.evaluate(findAddressesInPage, BUDGET);
    expect(found.addresses).toEqual(
      expect.arrayContaining([
        'priya.raman@harbourarts.example.ca',
        'owen@harbourarts.example.ca',
        'late@harbourarts.example.ca',
      ]),
    );
    expect(found.addresses).toContain('draft@example.org');
    expect(found.addresses).not.toContain('typed@example.org');
    expect(found.complete).toBe(true);
    expect(await page.content()).toBe(before);
  });
});
