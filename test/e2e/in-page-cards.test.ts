/** Which row or card a selection is in, and which headings are about whoever stands there. */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { it } from './harness/scenario.ts';
import { linesOf, readSelection, selectWords } from './harness/selections.ts';
import { serveWebPages, type WebPages } from './harness/web-pages.ts';

const link = (local: string) => `<a href="mailto:${local}@lake.example.ca">${local}@lake.example.ca</a>`;
/** As the reader writes such a link. */
const LINK = (local: string) => `<${local}@lake.example.ca>`;

const VACANT = `<table><tr><th>Office</th><th>Name</th><th>Contact</th></tr>
  <tr><td>Clerk</td><td>Dee Ek</td><td>555-0101</td></tr><tr><td>Parks</td><td>Flo Gee</td><td>fgee@lake.example.ca</td></tr></table>`;
const STAFF = `<h1>Mayor and Council</h1><div class="card"><h3>Ann Bell</h3><p>Ward 1</p><p>${link('ann')}</p></div>
  <div class="card"><h3>Bo Chan</h3><p>Ward 2</p><p>${link('bo')}</p></div>`;
const MESSAGE = `<h2>The newsletter</h2><div><table><tr><td><h3><span email="ann@lake.example.ca">Ann Bell</span></h3></td></tr>
  <tr><td>to <span email="me@elm.example.ca">me</span></td></tr></table><div><div><p>Hello,</p><p>Please add Bo Chan too.</p><br>--<br>
  <div><b>Ann Bell</b><br>Clerk<br>613-555-0101</div></div></div></div>`;
const SCRIPT = `<script>var addy = 'bo' + '@' + 'other.example.ca'; ${'/* long */'.repeat(90)}</script>`;

type Case = readonly [what: string, html: string, words: string, lines: readonly string[]];

const NOT_OTHERS: readonly Case[] = [
  [
    'the next row for a row without an address',
    VACANT,
    'Dee Ek',
    ['Office | Name | Contact', 'Clerk | Dee Ek | 555-0101'],
  ],
  ['the first person for the row that names the columns', VACANT, 'Office', ['Office | Name | Contact']],
  [
    'the next item of a list for one without an address',
    `<ul><li>Dee Ek, 555-0101</li><li>Flo Gee, ${link('fgee')}</li><li>Gus Ha, ${link('gus')}</li></ul>`,
    'Dee Ek',
    ['Dee Ek, 555-0101'],
  ],
  [
    'the next card for a card without an address',
    `<div><div class="card"><b>Dee Ek</b><p>Clerk</p></div><div class="card"><b>Flo Gee</b><p>${link('flo')}</p></div>
      <div class="card"><b>Gus Ha</b><p>${link('gus')}</p></div></div>`,
    'Dee Ek',
    ['Dee Ek', 'Clerk'],
  ],
  ['who signs a message for somebody named in it', MESSAGE, 'Bo Chan', ['Please add Bo Chan too.']],
  ['a heading over several people', STAFF, 'Bo Chan', ['Bo Chan', 'Ward 2', LINK('bo')]],
  [
    'a heading over several people for the first of them',
    STAFF,
    'Ward 1',
    ['Ann Bell', 'Ward 1', LINK('ann')],
  ],
];

const CARDS: readonly Case[] = [
  [
    'a name that only a line break sets apart from its address',
    `<table><tr><td>Clerk</td><td>Ann Bell<br>${link('ann')}</td></tr><tr><td>Roads</td><td>Bo Chan<br>${link('bo')}</td></tr></table>`,
    'Ann Bell',
    ['Clerk | Ann Bell', LINK('ann')],
  ],
  [
    'the title in the next cell, where a line break sets the name apart from its address',
    `<table><tr><td>Clerk</td><td>Ann Bell<br>${link('ann')}</td></tr><tr><td>Roads</td><td>Bo Chan<br>${link('bo')}</td></tr></table>`,
    'Roads',
    ['Roads | Bo Chan', LINK('bo')],
  ],
  [
    'a row whose cells have no white space between them',
    `<table><tr><td>Ann Bell</td><td>Clerk</td><td>${link('ann')}</td></tr><tr><td>Bo Chan</td><td>Roads</td><td>${link('bo')}</td></tr></table>`,
    'Clerk',
    [`Ann Bell | Clerk | ${LINK('ann')}`],
  ],
  [
    'a paragraph of lines without white space between them',
    `<p><b>Ann Bell</b><br>Clerk<br>${link('ann')}</p><p><b>Bo Chan</b><br>Roads<br>${link('bo')}</p>`,
    'Roads',
    ['Bo Chan', 'Roads', LINK('bo')],
  ],
  [
    'a card of boxes by style, without white space between them',
    `<style>i{display:block}</style><section><i>Ann Bell</i><i>Clerk</i><i>${link('ann')}</i></section><section><i>Bo Chan</i><i>Roads</i><i>${link('bo')}</i></section>`,
    'Clerk',
    ['Ann Bell', 'Clerk', LINK('ann')],
  ],
  [
    'an address in pieces, which is one word',
    `<div><p>Ann Bell</p><p>Write: <span>ann</span><span>@</span><span>lake.example.ca</span></p></div><div><p>Bo Chan</p><p>${link('bo')}</p></div>`,
    'Ann Bell',
    ['Ann Bell', 'Write: ann@lake.example.ca'],
  ],
  [
    'an address that a full stop follows, and what its owner is called elsewhere',
    `<div><p>Ann Bell, @annbell</p><p>Write to ann@lake.example.ca.</p><p>${link('ann')}</p></div><div><p>Bo Chan</p><p>${link('bo')}</p></div>`,
    'Ann Bell',
    ['Ann Bell, @annbell', 'Write to ann@lake.example.ca.', LINK('ann')],
  ],
  [
    'an address that a long script writes',
    `<div><div><p>Ann Bell</p><p>Clerk</p>${SCRIPT}<p>${link('ann')}</p></div><div><p>Bo Chan</p><p>${link('bo')}</p></div></div>`,
    'Ann Bell',
    ['Ann Bell', 'Clerk', LINK('ann')],
  ],
  [
    'a form of rows, whose address is labelled below',
    `<table><tr><td>Name</td><td>Ann Bell</td></tr><tr><td>E-mail</td><td>ann@lake.example.ca</td></tr></table>`,
    'Ann Bell',
    ['Name | Ann Bell', 'E-mail | ann@lake.example.ca'],
  ],
  [
    'a heading that is the name of the one below it',
    `<h1>Ann Bell</h1><div class="ways"><p>613-555-0101</p><p>ann@lake.example.ca</p></div><footer>info@lake.example.ca</footer>`,
    'ann@lake',
    ['Ann Bell', '613-555-0101', 'ann@lake.example.ca'],
  ],
  [
    'the head of a message for the signature of the one who sent it',
    MESSAGE,
    '613-555-0101',
    ['Ann Bell <ann@lake.example.ca>', 'Ann Bell', 'Clerk', '613-555-0101'],
  ],
];

describe('the card of a selection', () => {
  let web: WebPages;
  let page: Page;
  const cases = [...NOT_OTHERS, ...CARDS];

  it.beforeAll(async ({ browser }) => {
    web = await serveWebPages(cases.map(([title, html], at) => ({ path: `/${at}`, title, html })));
    page = await browser.openPage(web.url('/0'));
  });
  afterAll(() => web?.close());

  for (const [at, [what, , words, lines]] of cases.entries())
    it(NOT_OTHERS.some(([other]) => other === what) ? `does not take ${what}` : `takes ${what}`, async () => {
      await page.goto(web.url(`/${at}`));
      await selectWords(page, words);
      expect(linesOf(await readSelection(page))).toEqual(lines);
    });

  it('hands on the headings over several people apart, since one may be their employer', async () => {
    await page.goto(web.url(`/${NOT_OTHERS.findIndex(([, html]) => html === STAFF)}`));
    await selectWords(page, 'Bo Chan');
    expect(await readSelection(page)).toMatchObject({ above: 'Mayor and Council' });
    await page.goto(web.url(`/${cases.findIndex(([, html]) => html.includes('class="ways"'))}`));
    await selectWords(page, 'ann@lake');
    expect(await readSelection(page)).toMatchObject({ above: '' });
  });
});
