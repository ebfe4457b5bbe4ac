/** The catalogues keep to the words of docs/words.md: one thing, one word, in both languages. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en as enMore } from '../../../extension/lib/i18n/en/more.ts';
import { en as enStart } from '../../../extension/lib/i18n/en/start.ts';
import { fr as frMore } from '../../../extension/lib/i18n/fr/more.ts';
import { fr as frStart } from '../../../extension/lib/i18n/fr/start.ts';
import type { Message } from '../../../extension/lib/i18n/messages.ts';

const english: Record<string, Message> = { ...enStart, ...enMore };
const french: Record<string, Message> = { ...frStart, ...frMore };

/** All that a person may read under this key, without the names of parameters. */
function textOf(catalogue: Record<string, Message>, key: string): string {
  const message = catalogue[key] ?? '';
  const texts = typeof message === 'string' ? message : `${message.one} ${message.other}`;
  return texts.replace(/\{\w+\}/g, '');
}

/** Whether the text has a word that begins with the form; accents and capitals count as written, but for a first capital. */
function hasForm(text: string, form: string): boolean {
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}-])${escaped}`, 'iu').test(text);
}

/** The whole word, and its plural. */
function hasWord(text: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}-])${escaped}s?(?![\\p{L}-])`, 'iu').test(text);
}

const rows = readFileSync('docs/words.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (English|---)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().split(' / ').filter(Boolean)),
  );
const terms = rows.map(([en = [], fr = [], , notEn = [], notFr = []]) => ({
  term: en[0] ?? '',
  en,
  fr,
  notEn,
  notFr,
}));
const keys = Object.keys(english);

describe('the glossary', () => {
  it('has at least twenty terms, each in both languages', () => {
    expect(terms.length).toBeGreaterThanOrEqual(20);
    expect(terms.filter(({ en, fr }) => en.length === 0 || fr.length === 0)).toEqual([]);
  });

  it.each(terms)('names what the catalogues have: $term', ({ en, fr }) => {
    expect(keys.some((key) => en.some((form) => hasForm(textOf(english, key), form)))).toBe(true);
    expect(keys.some((key) => fr.some((form) => hasForm(textOf(french, key), form)))).toBe(true);
  });

  it.each(terms)('has its French word wherever English says $term', ({ en, fr }) => {
    const without = keys.filter(
      (key) =>
        en.some((form) => hasForm(textOf(english, key), form)) &&
        !fr.some((form) => hasForm(textOf(french, key), form)),
    );
    expect(without.map((key) => `${key}: ${textOf(english, key)} → ${textOf(french, key)}`)).toEqual([]);
  });

  it.each(terms)('keeps other words for $term out of the catalogues', ({ notEn, notFr }) => {
    const found = keys.flatMap((key) => [
      ...notEn.filter((word) => hasWord(textOf(english, key), word)).map((word) => `en ${key}: ${word}`),
      ...notFr.filter((word) => hasWord(textOf(french, key), word)).map((word) => `fr ${key}: ${word}`),
    ]);
    expect(found).toEqual([]);
  });

  it('would find a word that does not belong', () => {
    expect(hasWord('The broker cannot be reached.', 'broker')).toBe(true);
    expect(hasWord('Send an e-mail.', 'mail')).toBe(false);
    expect(hasForm('Désabonnement', 'désabonn')).toBe(true);
  });
});
