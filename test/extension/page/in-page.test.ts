// @vitest-environment happy-dom
/** What is read inside a page: addresses that are there, nothing else, and never for long. */
import { beforeEach, describe, expect, it } from 'vitest';
import { findAddressesInPage } from '../../../extension/lib/page/in-page-addresses.ts';
import { findSourceInPage } from '../../../extension/lib/page/in-page-source.ts';
import { mergeFrames } from '../../../extension/lib/page/page-addresses.ts';

const BUDGET = { maxAddresses: 100, maxPassages: 100, maxChars: 4_000_000, maxMs: 10_000, stretchMs: 50 };

/** Builds the page's body from markup, as a browser would. */
function show(markup: string): void {
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
}
const addressesOf = async (markup: string) => {
  show(markup);
  return (await findAddressesInPage(BUDGET)).addresses;
};

describe('addresses on a page', () => {
  it.each([
    ['a handle', '<p>@example follow us</p>'],
    ['a price', '<p>3 @ 5.00</p>'],
    ['a domain without an end', '<p>root@localhost</p>'],
    ['a version', '<p>preact@11.2.0</p>'],
    ['an empty local part', '<p>…@example.ca</p>'],
    ['a local part that is too long', `<p>${'a'.repeat(65)}@example.ca</p>`],
    [
      'an address that is too long',
      `<p>a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(9)}</p>`,
    ],
    ['a script', '<script>var x = "a@example.ca"</script>'],
    ['a style', '<style>a@example.ca {}</style>'],
    ['a password', '<input type="password" value="a@example.ca">'],
    ['a link elsewhere', '<a href="https://example.ca/a@example.ca">map</a>'],
  ])('are not found in %s', async (_what, markup) => {
    expect(await addressesOf(markup)).toEqual([]);
  });

  it.each([
    ['text', '<p>Write to Amelie.Roy@example.ca.</p>', ['amelie.roy@example.ca']],
    ['brackets', '<p>(info+agm@mail.example.org)</p>', ['info+agm@mail.example.org']],
    ['an apostrophe', "<p>o'neil@example.ca</p>", ["o'neil@example.ca"]],
    ['accents', '<p>rené@café.example</p>', ['rené@café.example']],
    [
      'a link that hides it',
      '<a href="MAILTO:a%2Bb@example.ca,c@example.ca?subject=x@example.org">us</a>',
      ['a+b@example.ca', 'c@example.ca'],
    ],
    ['both a link and text', '<a href="mailto:a@example.ca">A@example.ca</a>', ['a@example.ca']],
    [
      'a list',
      '<p>a@example.ca,b@example.ca;c@example.ca</p>',
      ['a@example.ca', 'b@example.ca', 'c@example.ca'],
    ],
    [
      'a field with a list in it',
      '<textarea>a@example.ca\nb@example.ca</textarea>',
      ['a@example.ca', 'b@example.ca'],
    ],
    [
      'a covered address',
      '<a data-cfemail="5a303b343f7428353f1a363b313f743f223b372a363f74393b">[email]</a>',
      ['jane.roe@lake.example.ca'],
    ],
    ['an ampersand', '<p>r&amp;d@example.ca</p>', ['r&d@example.ca']],
    [
      'the query of a link',
      '<a href="mailto:?to=a%40example.ca&amp;cc=b@example.ca">us</a>',
      ['a@example.ca', 'b@example.ca'],
    ],
    ['the attribute of a web mail', '<span email="a@example.ca">Ann</span>', ['a@example.ca']],
    [
      'lines of one paragraph',
      '<p><b>Jane</b><br>a@example.ca<br>b@example.ca</p>',
      ['a@example.ca', 'b@example.ca'],
    ],
    [
      'cells without a blank between',
      '<table><tr><td>Jane</td><td>a@example.ca</td><td>Clerk</td></tr></table>',
      ['a@example.ca'],
    ],
    ['a broken link', '<a href="mailto:100%@example.ca">x</a>', ['100%@example.ca']],
  ])('are found in %s', async (_where, markup, expected) => {
    expect(await addressesOf(markup)).toEqual(expected);
  });

  it.each([
    ['words', '<p>Écrivez à amelie.roy (arobase) example.ca, svp</p>', ['amelie.roy@example.ca']],
    ['words in English', '<p>Write: amelie.roy [at] example [dot] ca</p>', ['amelie.roy@example.ca']],
    ['pieces', '<p>amelie.roy<span>@</span>example.ca</p>', ['amelie.roy@example.ca']],
    ['a piece and the rest', '<p><b>amelie.roy</b>@example.ca</p>', ['amelie.roy@example.ca']],
    ['a handle', '<p>Follow @example for news</p>', []],
    ['a sentence', '<p>Meet us at the fair (at noon), a dot on the map</p>', []],
  ])('are also read where they are spelled in %s', async (_how, markup, expected) => {
    show(markup);
    expect(mergeFrames([await findAddressesInPage(BUDGET)])?.addresses).toEqual(expected);
  });

  it("that are plain are found without reading the page's text", async () => {
    show('<p>Write to a@example.ca at once, or to b@example.ca</p>');
    expect(await findAddressesInPage(BUDGET)).not.toHaveProperty('passages');
  });

  it('says when it stopped early', async () => {
    show('<p>a@example.ca b@example.ca c@example.ca</p>');
    const found = await findAddressesInPage({ ...BUDGET, maxAddresses: 2 });
    expect(found.addresses).toEqual(['a@example.ca', 'b@example.ca']);
    expect(found.complete).toBe(false);
    const late = await findAddressesInPage({ ...BUDGET, maxMs: -1 });
    expect(late).toMatchObject({ addresses: [], complete: false });
  });

  it('are read to the end of a long page, which goes on in between', async () => {
    show(Array.from({ length: 60 }, (_, at) => `<p>a${at}@example.ca</p>`).join(''));
    const { port1, port2 } = new MessageChannel();
    const goesOn = new Promise((resolve) => {
      port1.onmessage = () => resolve('the page');
    });
    port2.postMessage(null);
    const reading = findAddressesInPage({ ...BUDGET, stretchMs: -1 });
    const first = await Promise.race([reading, goesOn]);
    port1.close();
    expect(first).toBe('the page');
    const { addresses, complete } = await reading;
    expect(addresses).toHaveLength(60);
    expect(complete).toBe(true);
  });

  it('are merged over frames, and what is not of the right shape is left out', () => {
    const frame = (addresses: string[], complete = true) => ({
      url: 'u',
      title: 't',
      addresses,
      complete,
    });
    expect(
      mergeFrames([frame(['a@x.example']), frame(['a@x.example', 'b@x.example'], false), { addresses: 'x' }]),
    ).toEqual({
      url: 'u',
      title: 't',
      addresses: ['a@x.example', 'b@x.example'],
      complete: false,
    });
    expect(mergeFrames([undefined, 7])).toBeNull();
  });

  it('refers to nothing outside itself, since the browser sends its source text', async () => {
    for (const inPage of [findAddressesInPage, findSourceInPage]) {
      const alone = new Function(`return (${inPage.toString()})`)() as typeof inPage;
      const all = { ...BUDGET, from: 'page', linkUrl: null, maxTextChars: 10, maxHtmlChars: 10 } as const;
      expect(await alone({ ...all, stretchMs: -1 })).toHaveProperty('url');
    }
  });
});

describe('the source of a capture', () => {
  const ask = { from: 'selection', linkUrl: null, maxTextChars: 1_000, maxHtmlChars: 1_000 } as const;
  beforeEach(() => getSelection()?.removeAllRanges());

  const select = (selector: string) => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(selector) ?? document.body);
    getSelection()?.addRange(range);
  };

  it('is empty without a selection', () => {
    show('<p>nothing selected</p>');
    expect(findSourceInPage(ask)).toMatchObject({ text: '', html: null });
  });

  /** Its markup is held to in a real browser: happy-dom has no ranges in a second document. */
  it('is the text of the selection', () => {
    show('<div id="a"><b>Amélie</b> Roy</div><p>other</p>');
    select('#a');
    expect(findSourceInPage(ask)).toMatchObject({ text: 'Amélie Roy' });
  });

  it('has the link around a selection, which has the address', () => {
    show('<a href="mailto:a@example.ca"><span id="a">Amélie</span></a>');
    select('#a');
    expect(findSourceInPage(ask).html).toContain('href="mailto:a@example.ca"');
  });

  it('is the link that was clicked', () => {
    show('<a href="mailto:a@example.ca">Amélie</a><a href="mailto:b@example.ca">Béa</a>');
    const found = findSourceInPage({ ...ask, from: 'link', linkUrl: 'mailto:b@example.ca' });
    expect(found).toMatchObject({ text: 'Béa', html: '<a href="mailto:b@example.ca">Béa</a>' });
  });

  it('is the page with the data in its head, and no more than was asked for', () => {
    const data = document.createElement('script');
    data.type = 'application/ld+json';
    data.textContent = '{"@type":"Person"}';
    document.head.append(data);
    show(`<p>${'x'.repeat(2_000)}</p>`);
    const found = findSourceInPage({ ...ask, from: 'page' });
    expect(found.html).toContain('"Person"');
    expect(found.html).toHaveLength(1_000);
    expect(found.text).toHaveLength(1_000);
    data.remove();
  });
});
