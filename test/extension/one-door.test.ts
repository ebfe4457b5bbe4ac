// @vitest-environment happy-dom
/**
 * One address, in every spelling, is the same mailbox at every input: typed, pasted, captured, in a link, searched for.
 */
import { describe, expect, it, vi } from 'vitest';
import { wordsOf } from '../../broker/contacts/search/search-words.ts';
import { newForm, toDraft } from '../../extension/entrypoints/popup/form/add-form.ts';
import { formsFromSource } from '../../extension/entrypoints/popup/form/captured-forms.ts';
import type { PageSource } from '../../extension/lib/page/page-source.ts';
import { emailKey } from '../../shared/email-key.ts';
import { searchedEmail } from '../../shared/search-text.ts';
import { EMAIL_WAYS, ONE_EMAIL } from '../email-ways.ts';
import { FORM_DEFAULTS } from './components/form-defaults.ts';

vi.mock('wxt/browser', () => import('./fake-browser.ts'));

const page = { html: null, url: 'https://town.example.ca/team', title: 'Team', linkUrl: null };
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const emailsOf = (source: PageSource) =>
  formsFromSource(source, FORM_DEFAULTS).forms.map((form) => toDraft(form).email);

const DOORS: Readonly<Record<string, (given: string) => readonly string[]>> = {
  'typed into the form': (given) => [toDraft(newForm({ fields: { email: given } }, FORM_DEFAULTS)).email],
  'pasted as a list': (given) =>
    formsFromSource({ ...page, text: given, url: '', title: '' }, FORM_DEFAULTS).forms.map(
      (form) => toDraft(form).email,
    ),
  'captured from a page': (given) => emailsOf({ ...page, text: given, html: `<p>${escaped(given)}</p>` }),
  'in a link': (given) => {
    const linkUrl = /mailto:/i.test(given)
      ? given.replace(/^.*?(?=mailto:)|[>)]*$/gi, '')
      : `mailto:${encodeURIComponent(given)}`;
    return emailsOf({ ...page, text: '', linkUrl });
  },
  'searched for': (given) => [searchedEmail(wordsOf(given)) ?? ''],
};

describe.each(Object.entries(DOORS))('an address %s', (_door, enter) => {
  it.each(EMAIL_WAYS)('is the one that was meant, %s', (_what, given) => {
    expect([...new Set(enter(given).map(emailKey))]).toEqual([ONE_EMAIL]);
  });
});

describe('an address with capitals before the @', () => {
  const written = 'Jane.McRoe@lake.example.ca';
  const link = `<a href="mailto:${written}">Write to Jane</a>`;

  it.each(Object.entries(DOORS))('keeps them when it is %s', (_door, enter) => {
    expect(enter('Jane.McRoe@Lake.example.ca')).toEqual([written]);
  });

  it.each<[what: string, source: Pick<PageSource, 'text'> & { html?: string }]>([
    ['in a link that shows other words', { text: 'Write to Jane', html: `<p>${link}</p>` }],
    ['in a line beside others', { text: `Jane McRoe <${written}>, Bo Lee <bo@lake.example.ca>` }],
    ['in a table', { text: written, html: `<table><tr><td>Jane McRoe</td><td>${link}</td></tr></table>` }],
    ['in a list', { text: `Name,Email\nJane McRoe,${written}\nBo Lee,bo@lake.example.ca` }],
    ['on a vCard', { text: `BEGIN:VCARD\nVERSION:3.0\nFN:Jane McRoe\nEMAIL:${written}\nEND:VCARD` }],
    ['in lower case further down', { text: `Jane McRoe\n${written}\n\nQuestions: ${written.toLowerCase()}` }],
  ])('keeps them %s', (_what, { text, html = null }) => {
    expect(emailsOf({ ...page, text, html })[0]).toBe(written);
  });
});

describe('a pasted list', () => {
  it.each<[what: string, text: string]>([
    ['with a zero-width space after the comma', 'ann@lake.example.ca, \u200bbob@lake.example.ca'],
    ['with a blank after it too', 'ann@lake.example.ca, \u200b bob@lake.example.ca'],
    ['with a byte order mark in front of each line', '\ufeffann@lake.example.ca\n\ufeffbob@lake.example.ca'],
    [
      'as CSV with no-break spaces behind the addresses',
      'Name,Email\nAnn Roe,ann@lake.example.ca\u00a0\nBob Lee,bob@lake.example.ca\u00a0',
    ],
    [
      'as CSV that begins with a byte order mark',
      '\ufeffEmail,Name\nann@lake.example.ca,Ann Roe\nbob@lake.example.ca,Bob Lee',
    ],
    [
      'with a person twice, once in other spelling',
      'ann@lake.example.ca\nbob@lake.example.ca\nANN@lake\u00ad.example.ca',
    ],
  ])('gives each person once, %s', (_what, text) => {
    const emails = emailsOf({ ...page, text, url: '', title: '' });
    expect(emails).toEqual(['ann@lake.example.ca', 'bob@lake.example.ca']);
  });
});
