/** The catalogues: complete, typed the same, written as a Canadian reader expects. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en as enMore } from '../../../extension/lib/i18n/en/more.ts';
import { en as enStart } from '../../../extension/lib/i18n/en/start.ts';
import { fr as frMore } from '../../../extension/lib/i18n/fr/more.ts';
import { fr as frStart } from '../../../extension/lib/i18n/fr/start.ts';
import type { Message } from '../../../extension/lib/i18n/messages.ts';
import { findWrittenText, readSources } from './source-text.ts';

const english: Record<string, Message> = { ...enStart, ...enMore };
const french: Record<string, Message> = { ...frStart, ...frMore };
const keys = Object.keys(english);
const texts = (message: Message | undefined) =>
  message === undefined ? [] : typeof message === 'string' ? [message] : [message.one, message.other];
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
const NBSP = '\u00a0';
/** A number with a plain space before the word that follows it: the line could break between them. */
const COUNTED = /\{(?:count|max|length|total|done|yes|no|none)\} (?=\p{Ll})(?!comme\b|sur\b)/u;

describe('the French catalogue', () => {
  it('has every key of the English one and no other', () => {
    expect(Object.keys(french).sort()).toEqual([...keys].sort());
  });

  it.each(keys)('takes the same parameters as English in %s', (key) => {
    const wanted = new Set(texts(english[key]).flatMap(names));
    expect(new Set(texts(french[key]).flatMap(names))).toEqual(wanted);
  });

  it.each(keys)('is not left in English in %s', (key) => {
    const same = texts(french[key]).join('|') === texts(english[key]).join('|');
    const isSameWord = [
      'bulk.soFar',
      'bulk.endedToFix',
      'find.list',
      'field.province',
      'help.version',
      'settings.languageEn',
      'settings.languageFr',
    ].includes(key);
    expect(same).toBe(isSameWord);
  });

  it.each(Object.entries(french))('keeps to Canadian typography in %s', (_, message) => {
    for (const text of texts(message)) {
      expect(text, 'a colon is preceded by a no-break space').not.toMatch(/[^\u00a0s]:(?!\/)/);
      expect(text, 'quotes have no-break spaces inside').not.toMatch(
        new RegExp(`«(?!${NBSP})|(?<!${NBSP})»`),
      );
      expect(text, 'a number stays beside what it counts').not.toMatch(COUNTED);
      expect(text, 'no space before a question mark, an exclamation mark or a semicolon').not.toMatch(
        /\s[?!;]/,
      );
      expect(text, 'apostrophes are typographic').not.toContain("'");
      const words = text.replace(/\{\w+\}/g, '');
      expect(words, 'it is called a courriel').not.toMatch(/\be-?mails?\b/i);
    }
  });
});

describe('the English catalogue', () => {
  it.each(Object.entries(english))(
    'has typographic apostrophes and no doubled spaces in %s',
    (_, message) => {
      for (const text of texts(message)) expect(text).not.toMatch(/'| {2}/);
    },
  );

  it('keeps the names that help pages and tests rely on', () => {
    const relied = [
      'connect.button',
      'add.button',
      'add.saveAs',
      'account.signOut',
      'find.search',
      'find.list',
    ];
    expect(relied.map((key) => english[key])).toEqual([
      'Connect to Envoke',
      'Add contact',
      'Save as {status}',
      'Sign out',
      'Search contacts',
      'Contacts',
    ]);
    const fields = ['email', 'first_name', 'last_name', 'company'].map((name) => english[`field.${name}`]);
    expect(fields).toEqual(['Email', 'First name', 'Last name', 'Company']);
    expect([english['consent.status'], english['consent.description']]).toEqual([
      'Consent status',
      'Consent description',
    ]);
  });
});

describe("the browser's own catalogues", () => {
  const read = (language: string) =>
    JSON.parse(readFileSync(`extension/public/_locales/${language}/messages.json`, 'utf8')) as Record<
      string,
      { message: string }
    >;

  it('have exactly the strings that the manifest names, in both languages', () => {
    const manifest = readFileSync('wxt.config.ts', 'utf8');
    const names = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, name = '']) => name);
    const named = [...new Set(names)].sort();
    expect(Object.keys(read('en')).sort()).toEqual(named);
    expect(Object.keys(read('fr')).sort()).toEqual(named);
  });

  it.each(Object.entries(read('en')))('are not left in English in %s', (name, { message }) => {
    expect(read('fr')[name]?.message).not.toBe(message);
  });
});

describe('the sources', () => {
  it('use every string of the catalogue', async () => {
    const all = (await readSources()).map(({ text }) => text).join('\n');
    const prefixes = [...all.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1] ?? '');
    const unused = keys.filter(
      (key) => !all.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused, 'remove these strings, or use them').toEqual([]);
  });

  it('ask for no string that the catalogue lacks', async () => {
    const asked = (await readSources()).flatMap(({ text }) =>
      [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !(key in english))).toEqual([]);
  });

  it('have no text written in the markup', async () => {
    const written = (await readSources())
      .filter(({ path }) => path.endsWith('.tsx'))
      .flatMap((file) => findWrittenText(file).map((text) => `${file.path}: ${text}`));
    expect(written, 'move these words to the catalogues').toEqual([]);
  });

  it('fail this check with text in the markup', () => {
    const hits = findWrittenText({ path: 'x.tsx', text: '<p class="a">Hello there</p><i title="Say it" />' });
    expect(hits).toEqual(['Hello there', 'Say it']);
  });
});
