/** Where a selection ends, by the mouse of a real browser: beside a block, within a shadow root, in the middle of a line of a field. */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import type { BrowserUnderTest } from './harness/browser-under-test.ts';
import { firefoxCannot } from './harness/firefox-cannot.ts';
import { it } from './harness/scenario.ts';
import { clickThrice, linesOf, readSelection } from './harness/selections.ts';
import { serveWebPages, type WebPages } from './harness/web-pages.ts';

const POSTS = `<h1>Elm Pantry</h1><div role="article"><h3>Nora Vance</h3><div>Write to me: nora@elm.example.org</div></div>
  <div role="article"><h3>Raj Menon</h3><div>Great. raj@elm.example.org</div></div>`;
const LINES = `<p>Ann Bell, Clerk, ann@elm.example.org</p>
  <p>Bo Chan, Planner, bo@elm.example.org</p>`;
const ITEMS = `<ul><li>Ann Bell, ann@elm.example.org</li><li>Bo Chan, bo@elm.example.org</li></ul>`;
const FLAT = `<h3>Ann Bell</h3><p>Clerk</p><p>ann@elm.example.org</p><h3>Bo Chan</h3><p>bo@elm.example.org</p>`;
const HIDDEN = `<p>Ann Bell, ann@elm.example.org</p><p style="display:none">Cy Dow, cy@elm.example.org</p>
  <p>Bo Chan, bo@elm.example.org</p>`;

const TURNED = `<style>.r{unicode-bidi:bidi-override;direction:rtl}</style>
  <h1>Our team at the office</h1><p>Réal Gagné, real@elm.example.org</p>
  <p>Odile Roy <span class="r">gro.elpmaxe.mle@elido</span></p><p>Ike Dow, ike@elm.example.org</p>`;
/** A record of a database, opened to be edited. */
const RECORD = `<p>Record 12</p><form><label>Name</label> <input value="Nora Vance"><br><label>Email</label>
  <input type="email" value="nora@elm.example.org"><br><label>Notes</label> <textarea>Or nv@elm.example.org</textarea></form>
  <p>Raj Menon, raj@elm.example.org</p>`;

type Case = readonly [what: string, html: string, words: string, lines: readonly string[]];
const CASES: readonly Case[] = [
  ['the next post', POSTS, 'Write to me', ['Nora Vance', 'Write to me: nora@elm.example.org']],
  ['the next line', LINES, 'Ann Bell', ['Ann Bell, Clerk, ann@elm.example.org']],
  ['the next item of a list', ITEMS, 'Ann Bell', ['Ann Bell, ann@elm.example.org']],
  ['the next person for a name in a heading', FLAT, 'Ann Bell', ['Ann Bell', 'Clerk', 'ann@elm.example.org']],
  ['a line that is hidden in between', HIDDEN, 'Ann Bell', ['Ann Bell, ann@elm.example.org']],
];

const CLOSED = `<x-open></x-open><x-shut></x-shut><p>Foot: foot@elm.example.org</p><script>
  for (const [name, mode, who] of [['x-open', 'open', 'Mia'], ['x-shut', 'closed', 'Otto']])
    customElements.define(name, class extends HTMLElement {
      connectedCallback() {
        const root = this.attachShadow({ mode });
        root.innerHTML = '<h3>' + who + ' Lund</h3><p id="mail" style="margin:0">' + who.toLowerCase() + '@elm.example.org</p>';
        this.opened = root;
      }
    });
  // As the browser opens it for the extension, in whose world the reader runs.
  globalThis.chrome = { dom: { openOrClosedShadowRoot: (element) => element.opened ?? null } };
  HTMLElement.prototype.__defineGetter__('openOrClosedShadowRoot', function () { return this.opened ?? null; });
</script>`;
const FIELD = `<textarea rows="4" cols="60">Jo Paquet, jo@elm.example.org
Abdi Warsame, abdi@elm.example.org
Una Roy, una@elm.example.org
Mia Stone, mia@elm.example.org; Leo Park, leo@elm.example.org</textarea><input type="password" value="ann@elm.example.org">`;

describe('the ends of a selection', () => {
  let web: WebPages;
  let browser: BrowserUnderTest;
  let page: Page;

  it.beforeAll(async ({ browser: shared }) => {
    browser = shared;
    web = await serveWebPages([
      ...CASES.map(([title, html], at) => ({ path: `/${at}`, title, html })),
      { path: '/shadow', title: 'Team', html: CLOSED },
      { path: '/field', title: 'Field', html: FIELD },
      { path: '/record', title: 'Record', html: RECORD },
      { path: '/turned', title: 'Turned', html: TURNED },
    ]);
    page = await browser.openPage(web.url('/0'));
  });
  afterAll(() => web?.close());

  for (const [at, [what, , words, lines]] of CASES.entries())
    it.skipIf(firefoxCannot('click three times'))(
      `do not take ${what} where three clicks selected a block`,
      async () => {
        await page.goto(web.url(`/${at}`));
        await clickThrice(page, words);
        const found = await readSelection(page);
        expect(linesOf(found)).toEqual(lines);
        expect(found.selected).toContain('@');
      },
    );

  it('begin at the next text where the range begins behind the last letter of one', async () => {
    await page.goto(web.url('/1'));
    await page.evaluate(() => {
      const [ann, bo] = [...document.querySelectorAll('p')].map((one) => one.firstChild);
      if (ann && bo) getSelection()?.setBaseAndExtent(ann, ann.nodeValue?.length ?? 0, bo, 7);
    });
    expect(linesOf(await readSelection(page))).toEqual(['Bo Chan, Planner, bo@elm.example.org']);
  });

  for (const [host, name] of [
    ['x-open', 'Mia Lund'],
    ['x-shut', 'Otto Lund'],
  ] as const)
    it(`are found in the shadow root of ${host}, and the card around them`, async () => {
      await page.goto(web.url('/shadow'));
      const { x, y, height } = (await page.locator(host).boundingBox()) ?? { x: 0, y: 0, height: 0 };
      await page.mouse.move(x + 1, y + height - 8);
      await page.mouse.down();
      await page.mouse.move(x + 60, y + height - 8, { steps: 3 });
      await page.mouse.up();
      const local = name.split(' ')[0]?.toLowerCase();
      expect(linesOf(await readSelection(page))).toEqual([name, `${local}@elm.example.org`]);
    });

  it('hold an address that is written from its end, which counts as selected', async () => {
    await page.goto(web.url('/turned'));
    await page.evaluate(() => {
      const [first, last] = document.querySelectorAll('p');
      if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
    });
    const { selected } = await readSelection(page);
    expect(selected).toContain('real@elm.example.org');
    expect(selected).toContain('odile@elm.example.org');
  });

  it('take the fields that they go over, with what stands in them, and leave out what is typed', async () => {
    await page.goto(web.url('/record'));
    await page.locator('textarea').fill('typed@elm.example.org');
    await page.evaluate(() => {
      const form = document.querySelector('form');
      if (form) getSelection()?.setBaseAndExtent(form, 0, form, form.childNodes.length);
    });
    const found = await readSelection(page);
    expect(linesOf(found)).toEqual([
      ...['Name', 'Nora Vance', 'Email', 'nora@elm.example.org'],
      ...['Notes', 'Or nv@elm.example.org'],
    ]);
    expect(found.selected.match(/\S+@\S+/g)).toEqual(['nora@elm.example.org', 'nv@elm.example.org']);
  });

  const selectInField = async (from: number, to: number) => {
    await page.goto(web.url('/field'));
    await page.locator('textarea').evaluate(
      (field: HTMLTextAreaElement, [start, end]) => {
        field.focus();
        field.setSelectionRange(start, end);
      },
      [from, to] as const,
    );
    return readSelection(page);
  };

  it('are not looked for in a password', async () => {
    await page.goto(web.url('/field'));
    await page.locator('input').selectText();
    expect((await readSelection(page)).text).not.toContain('@');
  });

  it.for([
    ['the name in it', 0, 9, ['Jo Paquet, jo@elm.example.org']],
    ['a part of its address', 13, 20, ['Jo Paquet, jo@elm.example.org']],
    ['all of it with the line end', 0, 30, ['Jo Paquet, jo@elm.example.org']],
    [
      'it and a part of the next one',
      3,
      40,
      ['Jo Paquet, jo@elm.example.org', 'Abdi Warsame, abdi@elm.example.org'],
    ],
    ['the end of another line', 75, 94, ['Una Roy, una@elm.example.org']],
  ] as const)('take the whole line of a field for %s', async ([, from, to, lines]) => {
    const found = await selectInField(from, to);
    expect(linesOf(found)).toEqual(lines);
    expect(found.selected).toBe(lines.join('\n'));
  });

  it('are those of the words alone in a line of a field with several people', async () => {
    const found = await selectInField(96, 101);
    expect(found.selected).toBe('Mia Stone,');
    expect(linesOf(found)).toEqual(['Mia Stone, mia@elm.example.org; Leo Park, leo@elm.example.org']);
  });
});
