/** What somebody has chosen on a page, as it is read there: a no in a box, a list or a picture is never a yes, or no answer. */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { readContacts } from '../../extension/lib/capture/capture-contacts.ts';
import { findAddressesInPage } from '../../extension/lib/page/in-page-addresses.ts';
import { createParseHtml } from '../extension/capture/parse-html.ts';
import { it } from './harness/scenario.ts';
import { serveWebPages, type WebPages } from './harness/web-pages.ts';

const BUDGET = { maxChars: 1_000_000, maxMs: 10_000, stretchMs: 25 } as const;
const parseHtml = createParseHtml();
const QUESTION = 'Souhaitez-vous recevoir l’infolettre ?';
const form = (answer: string) =>
  `<p>Prénom : Eva</p><p>Nom : Lac</p><p>Courriel : eva@lake.example.ca</p>${answer}`;
const radios = (between: string) =>
  `<p>${QUESTION}<br><label><input type="radio" name="a"> Oui</label>${between}<label><input type="radio" name="a" checked> Non</label></p>`;
const role = (name: string, isChosen: boolean) =>
  `<div role="radio" aria-checked="${isChosen}"><span>${name}</span></div>`;

const PAGES = {
  'radio buttons below each other': radios('<br>'),
  'radio buttons in one line': radios(' '),
  'radio buttons behind their words': `<p>${QUESTION}<br>Oui <input type="radio" name="b"> Non <input type="radio" name="b" checked></p>`,
  'buttons of a program': `<div role="radiogroup"><div>${QUESTION}</div>${role('Oui', false)}${role('Non', true)}</div>`,
  'a list of choices': `<p><label>${QUESTION} <select><option>Oui<option selected>Non</select></label></p>`,
  'a box that is not ticked':
    '<p><label><input type="checkbox"> J’accepte de recevoir l’infolettre</label></p>',
  'a box that a program draws, with its words beside it':
    '<p>Infolettre</p><label><div role="checkbox" aria-label="Je souhaite recevoir l’infolettre" aria-checked="false"><div></div></div><span>Je souhaite recevoir l’infolettre</span></label>',
  'a box that is a picture':
    '<p>Consentement à l’infolettre</p><p><img alt="Non coché" src="data:,"> J’accepte de recevoir l’infolettre.</p>',
  'a list of choices in other words': `<p><label>${QUESTION} <select><option>Oui, je m’abonne<option selected>Non, merci</select></label></p>`,
  'a list of states':
    '<p><label>Statut de l’abonnement : <select><option>Abonné<option selected>Désabonné</select></label></p>',
  'a box in a description list':
    '<dl><dt>Infolettre</dt><dd><input type="hidden"><input type="checkbox"></dd></dl>',
  'a switch in a cell':
    '<table><tr><th id="n">Infolettre</th><td><div role="switch" aria-checked="false" aria-labelledby="n"></div></td></tr></table>',
  'buttons of which one is pressed': `<p>${QUESTION}</p><div><button aria-pressed="false">Oui</button> <button aria-pressed="true">Non</button></div>`,
  'a choice of which one is selected': `<p>${QUESTION}</p><div role="listbox"><span role="option" aria-selected="false">Oui</span> <span role="option" aria-selected="true">Non</span></div>`,
  'radio buttons that a style sheet draws': `<style>.own{position:absolute;opacity:0}.own+span::before{content:"○"}</style><p>${QUESTION}<br><label><input class="own" type="radio" name="c"><span></span> Oui</label> <label><input class="own" type="radio" name="c" checked><span></span> Non</label></p>`,
  'radio buttons out of sight': `<p>${QUESTION}<br><input hidden type="radio" id="d1" name="d"><label for="d1">Oui</label> <input hidden type="radio" id="d2" name="d" checked><label for="d2">Non</label></p>`,
  'a box in a cell': '<table><tr><th>Infolettre</th><td><input type="checkbox"></td></tr></table>',
} as const;
const MEMBERS = `<table><tr><th>Prénom</th><th>Nom</th><th>Courriel</th><th>Infolettre</th></tr>${[
  ['Al', '<img alt="Non" src="data:,">'],
  ['Bo', '<img title="Oui" src="data:,">'],
  ['Cy', '<input type="checkbox">'],
  ['Di', '<input type="checkbox" checked>'],
  ['Ed', '<i class="fa fa-times" title="Non"></i>'],
  ['Gil', '<svg width="9" height="9"><title>Oui</title><circle r="3"/></svg>'],
  ['Hal', '<span role="switch" aria-checked="true"></span>'],
  ['Ian', '<select><option>Abonné<option selected>Désabonné</select>'],
  ['Fa', '<select><option>Oui<option selected>Non</select>'],
]
  .map(
    ([name, answer]) =>
      `<tr><td>${name}</td><td>Lac</td><td>${name}@lake.example.ca</td><td>${answer}</td></tr>`,
  )
  .join('')}</table>`;
const TASKS = `<table><tr><th><input type="checkbox"></th><th>Name</th><th>Email</th></tr>
  <tr><td><input type="checkbox"></td><td>Ann Roe</td><td>ann@lake.example.ca</td></tr>
  <tr><td><input type="checkbox" checked></td><td>Bo Hale</td><td>bo@lake.example.ca</td></tr></table>`;
const TWO_ROWS = `<table><tr><th rowspan="2">Nom</th><th rowspan="2">Courriel</th><th colspan="2">Photos</th><th colspan="2">Infolettre</th></tr>
  <tr><th>Oui</th><th>Non</th><th>Oui</th><th>Non</th></tr>
  <tr><td>Ann Roe</td><td>ann@lake.example.ca</td><td>X</td><td></td><td></td><td>X</td></tr>
  <tr><td>Bo Hale</td><td>bo@lake.example.ca</td><td></td><td>X</td><td>✓</td><td></td></tr></table>`;
const PARTS = `<input hidden type="checkbox" id="p"><label for="p">Ann Roe</label><div><p>Directrice</p><p>ann.roe@lake.example.ca</p></div>`;

describe('a chosen answer on a page', () => {
  let web: WebPages;
  let page: Page;

  it.beforeAll(async ({ browser }) => {
    const forms = Object.values(PAGES).map((answer, at) => ({
      path: `/${at}`,
      title: 'Fiche',
      html: form(answer),
    }));
    web = await serveWebPages([
      ...forms,
      { path: '/members', title: 'Membres', html: MEMBERS },
      { path: '/two-rows', title: 'Membres', html: TWO_ROWS },
      { path: '/parts', title: 'Staff', html: PARTS },
      { path: '/tasks', title: 'Staff', html: TASKS },
    ]);
    page = await browser.openPage(web.url('/0'));
  });
  afterAll(() => web?.close());

  const read = async () => {
    const { text, html, url, title } = await page.evaluate(findAddressesInPage, BUDGET);
    return readContacts({ text, html, url, title, linkUrl: null }, parseHtml).contacts;
  };
  const answers = async () => (await read()).map(({ consent }) => consent?.optIn);

  for (const [at, how] of Object.keys(PAGES).entries())
    it(`is a no in ${how}`, async () => {
      await page.goto(web.url(`/${at}`));
      expect(await answers()).toEqual([false]);
    });

  it('is what somebody has clicked since the page was there', async () => {
    await page.goto(web.url('/0'));
    await page.getByLabel('Oui').check();
    expect(await answers()).toEqual([true]);
    await page.getByLabel('Non').check();
    expect(await answers()).toEqual([false]);
  });

  it('is read in the cells of a list: pictures, boxes and choices', async () => {
    await page.goto(web.url('/members'));
    expect(await answers()).toEqual([false, true, false, true, false, true, true, false, false]);
  });

  it('is read below "Oui" and "Non" in a second row of headings', async () => {
    await page.goto(web.url('/two-rows'));
    expect(await answers()).toEqual([false, true]);
  });

  it('is not the box that opens a part of the page', async () => {
    await page.goto(web.url('/parts'));
    expect((await read()).map(({ first_name, consent }) => [first_name?.value, consent])).toEqual([
      ['Ann', undefined],
    ]);
  });

  it('is not the box that selects a row', async () => {
    await page.goto(web.url('/tasks'));
    const people = (await read()).map(({ first_name, consent }) => [first_name?.value, consent]);
    expect(people).toEqual([
      ['Ann', undefined],
      ['Bo', undefined],
    ]);
  });
});
