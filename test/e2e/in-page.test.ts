/** What the extension runs inside a page, run in real ones: the same function, in the same browser. */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { findAddressesInPage } from '../../extension/lib/page/in-page-addresses.ts';
import { mergeFrames } from '../../extension/lib/page/page-addresses.ts';
import {
  ADDRESS_CASES,
  type AddressCase,
  addressPages,
  HIDDEN,
  JANE,
  NO_ADDRESS,
  SHOWN,
} from './harness/address-pages.ts';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { it } from './harness/scenario.ts';
import { serveWebPages, type WebPages } from './harness/web-pages.ts';

const BUDGET = { maxChars: 1_000_000, maxMs: 10_000, stretchMs: 25 } as const;

const SITE = `<meta property="og:site_name" content="Lake Skiers">
  <script type="application/ld+json">{"@type":"WebSite","name":"Lake Skiers"}</script><p>jane.roe@lake.example.ca</p>`;

const FAX = `<p>Ann Roe<br><i class="fas fa-fax"></i> : 450 555-0130<br><i class="fas fa-phone"></i> : 450 555-0190</p>`;

describe('reading inside a page', () => {
  let web: WebPages;
  let browser: BrowserUnderTest;
  let page: Page;

  it.beforeAll(async ({ browser: shared }) => {
    browser = shared;
    const long = Array.from({ length: 3_000 }, (_, at) => `<p>Person ${at}: p${at}@lake.example.ca</p>`);
    const cards = Array.from(
      { length: 100 },
      (_, at) =>
        `<div class="card"><h3><a href="/people/${at}">Person ${at}</a></h3><p>Clerk</p>
        <p><b>Phone:</b> <a href="tel:+16135550${at}">613-555-0${at}</a><br><a href="mailto:p${at}@lake.example.ca">p${at}@lake.example.ca</a></p></div>`,
    );
    web = await serveWebPages([
      ...addressPages,
      { path: '/long', title: 'Long', html: long.join('') },
      { path: '/cards', title: 'Cards', html: cards.join('') },
      { path: '/site', title: 'Team', html: SITE },
      { path: '/fax', title: 'Fax', html: FAX },
    ]);
    page = await browser.openPage(web.url('/f'));
  });
  afterAll(() => web?.close());

  const readPage = async (path: string, budget: Partial<typeof BUDGET> = {}) => {
    await page.goto(web.url(path));
    return page.evaluate(findAddressesInPage, { ...BUDGET, ...budget });
  };
  const readCase = async ([, , right = [JANE]]: AddressCase, at: number) => {
    const reading = await readPage(`/${at}`);
    expect(mergeFrames([reading])?.addresses).toEqual(right);
    return reading;
  };

  for (const [at, one] of ADDRESS_CASES.entries()) {
    const [how] = one;
    if (NO_ADDRESS.includes(one)) it(`finds no address in ${how}`, () => readCase(one, at));
    else if (HIDDEN.includes(one)) it(`does not offer an address hidden ${how}`, () => readCase(one, at));
    else if (SHOWN.includes(one)) it(`finds an address ${how}`, () => readCase(one, at));
    else
      it(`finds an address in ${how}, and says that it is not open`, async () => {
        const { open } = await readCase(one, at);
        expect(open).not.toContain('@');
      });
  }

  it('finds what the page put into a field, not what somebody types, and leaves the page as it was', async () => {
    const at = ADDRESS_CASES.findIndex(([how]) => how === 'in a text area');
    await page.goto(web.url(`/${at}`));
    await page.locator('textarea').fill('typed@example.org');
    const before = await page.content();
    const { text } = await page.evaluate(findAddressesInPage, BUDGET);
    expect(text).toContain(JANE);
    expect(text).not.toContain('typed@');
    expect(await page.content()).toBe(before);
  });

  it('hands on what the page calls itself, so that a parser keeps it in the body', async () => {
    const { html } = await readPage('/site');
    const kept = await page.evaluate(
      (markup) =>
        new DOMParser().parseFromString(markup, 'text/html').body.querySelectorAll('script, meta').length,
      html,
    );
    expect(kept).toBe(2);
  });

  it('says which number an icon marks as a fax', async () => {
    const { text } = await readPage('/fax');
    expect(text).toMatch(/Fax\s*: 450 555-0130/);
    expect(text).not.toMatch(/Fax\s*: 450 555-0190/);
  });

  it('says when it stopped early', async () => {
    expect(await readPage('/long', { maxMs: -1 as 10_000 })).toMatchObject({ text: '', complete: false });
    expect((await readPage('/long', { maxChars: 500 as 1_000_000 })).complete).toBe(false);
  });

  it('asks the browser for few style values, since each of them takes longer than reading the words', async () => {
    await page.goto(web.url('/cards'));
    const { styles, elements } = (await page.evaluate(`(async () => {
      const real = getComputedStyle;
      let styles = 0;
      window.getComputedStyle = (...asked) => new Proxy(real(...asked), {
        get: (style, name) => { styles += 1; return style[name]; },
      });
      await (${findAddressesInPage.toString()})(${JSON.stringify(BUDGET)});
      window.getComputedStyle = real;
      return { styles, elements: document.body.querySelectorAll('*').length };
    })()`)) as { styles: number; elements: number };
    expect(styles).toBeGreaterThan(elements);
    expect(styles / elements).toBeLessThan(4);
  });

  it('reads a long page to its end, and lets the page go on meanwhile', async () => {
    await page.goto(web.url('/long'));
    const source = `(${findAddressesInPage.toString()})(${JSON.stringify({ ...BUDGET, stretchMs: 1 })})`;
    const [first, text] = (await page.evaluate(`(async () => {
      const reading = ${source};
      const other = new Promise((resolve) => setTimeout(resolve, 0, 'the page'));
      return [await Promise.race([reading, other]), (await reading).text];
    })()`)) as [string, string];
    expect(first).toBe('the page');
    expect(text.match(/@/g)).toHaveLength(3_000);
  });
});
