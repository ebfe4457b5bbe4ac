/** People in what a program draws: grids of roles, bars of links, buttons that write, and fields out of sight. */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { readContacts } from '../../extension/lib/capture/capture-contacts.ts';
import { findAddressesInPage } from '../../extension/lib/page/in-page-addresses.ts';
import { createParseHtml } from '../extension/capture/parse-html.ts';
import { it } from './harness/scenario.ts';
import { serveWebPages, type WebPages } from './harness/web-pages.ts';

const BUDGET = { maxChars: 1_000_000, maxMs: 10_000, stretchMs: 25 } as const;
const parseHtml = createParseHtml();

const cell = (role: string, words: string) => `<div role="${role}" style="width:120px">${words}</div>`;
const row = (select: string, cells: string) =>
  `<div><div role="row" style="display:flex">${select}<div style="display:flex">${cells}</div></div></div>`;
const SELECT = cell('gridcell', '<div role="radio" aria-label="Select row" aria-checked="false"></div>');
const GRID = `<div role="grid"><div role="row" style="display:flex">${['Name', 'Job title', 'Email']
  .map((words) => cell('columnheader', words))
  .join('')}</div>${[
  ['Okimaw, Trinity', 'Manager', 'trinity@lake.example.ca'],
  ['Roe, Ann', 'Controller', 'ann.roe@lake.example.ca'],
]
  .map(([name = '', title = '', email = '']) =>
    row(SELECT, cell('rowheader', name) + cell('gridcell', title) + cell('gridcell', email)),
  )
  .join('')}</div>`;
const BAR = `<header><a href="/">Ville de Lac-Vert</a> <a href="/en">English</a></header>
  <h4>Jules Nadeau</h4><p>Conseiller<br>jules.nadeau@lacvert.example.ca</p>`;
const BUTTON = `<div><h2>Councillor Femi Balogun</h2><p>867-555-0144</p>
  <button onclick="location.href='mailto:femi.balogun@lake.example.ca'">Email Councillor Balogun</button></div>`;
const TRAP = `<p>Ann Roe, ann.roe@lake.example.ca</p><div style="position:absolute;left:-9999px">
  <label>Leave this empty <input value="trap@lake.example.ca"></label></div>`;
const card = '<h3>Ann Roe</h3><p>Director<br>ann@roe-law.example.ca</p>';
const LOGO = `<a href="#top">Skip to the content</a><a href="/"><img src="data:," alt="Roe Moss Law LLP logo"></a>
  <a href="/en/">English</a><a href="/team">Our team</a>${card}`;
const HOME = `<nav><a href="/">Home</a></nav><a href="/index.php" title="Accueil"></a>${card}`;
const PAGES = { '/grid': GRID, '/bar': BAR, '/button': BUTTON, '/trap': TRAP, '/logo': LOGO, '/home': HOME };

describe('what a program draws on a page', () => {
  let web: WebPages;
  let page: Page;

  it.beforeAll(async ({ browser }) => {
    web = await serveWebPages(
      Object.entries(PAGES).map(([path, html]) => ({ path, title: 'Contact', html })),
    );
    page = await browser.openPage(web.url('/grid'));
  });
  afterAll(() => web?.close());

  const read = async (path: keyof typeof PAGES) => {
    await page.goto(web.url(path));
    const { text, html, url, title } = await page.evaluate(findAddressesInPage, BUDGET);
    const { contacts } = readContacts({ text, html, url, title, linkUrl: null }, parseHtml);
    return contacts.map(({ email, first_name, last_name, title: office, company }) =>
      [email, first_name, last_name, office, company].map((field) => field?.value ?? ''),
    );
  };

  it('offers no address of a field out of sight', async () => {
    expect((await read('/trap')).map(([email]) => email)).toEqual(['ann.roe@lake.example.ca']);
  });

  it('reads the rows of a grid with its headings, around boxes that select a row', async () => {
    expect(await read('/grid')).toEqual([
      ['trinity@lake.example.ca', 'Trinity', 'Okimaw', 'Manager', ''],
      ['ann.roe@lake.example.ca', 'Ann', 'Roe', 'Controller', ''],
    ]);
  });

  it('does not take a bar of links for one name', async () => {
    expect(await read('/bar')).toEqual([
      ['jules.nadeau@lacvert.example.ca', 'Jules', 'Nadeau', 'Conseiller', 'Ville de Lac-Vert'],
    ]);
  });

  it('reads the address that a button writes to', async () => {
    expect(await read('/button')).toEqual([
      ['femi.balogun@lake.example.ca', 'Femi', 'Balogun', 'Councillor', ''],
    ]);
  });

  it('is called by the logo that leads to its first page, and not by the word for that page', async () => {
    expect((await read('/home'))[0]?.at(-1)).toBe('');
    expect(await read('/logo')).toEqual([
      ['ann@roe-law.example.ca', 'Ann', 'Roe', 'Director', 'Roe Moss Law LLP'],
    ]);
  });
});
