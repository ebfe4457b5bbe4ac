/** Finds whether text is English or French; undefined when it could be both. */

import { ENGLISH_WORDS, FRENCH_WORDS } from '../words/languages.ts';
import { ENGLISH_ORGANISATION_WORDS, FRENCH_ORGANISATION_WORDS } from '../words/organisation-words.ts';
import { ENGLISH_TITLE_WORDS, FRENCH_TITLE_WORDS } from '../words/title-words.ts';
import { fold } from './clean-text.ts';

export type Language = 'en' | 'fr';

const MAX_CHARACTERS = 4000;

const ENGLISH = [ENGLISH_WORDS, ENGLISH_ORGANISATION_WORDS, ENGLISH_TITLE_WORDS];
const FRENCH = [FRENCH_WORDS, FRENCH_ORGANISATION_WORDS, FRENCH_TITLE_WORDS];

/** How much one word speaks for either language; names, which have a capital, only count when a list has them. */
function scoreWord(written: string): { en: number; fr: number } {
  const word = fold(written);
  const hasAccent = word !== written.toLowerCase();
  const result = {
    en: !hasAccent && ENGLISH.some((list) => list.has(word)) ? 1 : 0,
    fr: FRENCH.some((list) => list.has(word)) ? 1 : 0,
  };
  if (hasAccent && /^\p{Ll}/u.test(written)) result.fr += 0.5;
  if (/(?:trice|teur|iere|aire|ienne|eux|euse|ique)s?$/.test(word) && word.length > 5) result.fr += 0.5;
  if (/(?:ing|ship|ness|ly|er|or|ist|ian)s?$/.test(word) && word.length > 4) result.en += 0.5;
  return result;
}

function score(text: string): { en: number; fr: number } {
  const result = { en: 0, fr: 0 };
  for (const written of text
    .slice(0, MAX_CHARACTERS)
    .replace(/['’]s(?![\p{L}\p{N}])/gu, '')
    .split(/[^\p{L}\p{M}\p{N}@.]+|\.(?=\s|$)/u)) {
    if (!/^\p{L}+$/u.test(written.normalize('NFC'))) continue;
    const { en, fr } = scoreWord(written);
    result.en += en;
    result.fr += fr;
  }
  return result;
}

function judge({ en, fr }: { en: number; fr: number }): Language | undefined {
  if (en + fr < 1) return undefined;
  if (en >= 1.6 * fr) return 'en';
  if (fr >= 1.6 * en) return 'fr';
  return undefined;
}

/** The language of the nearest text that has a clear one: the contact's own lines, then everything selected, then the page title. */
export function detectLanguage(texts: readonly string[]): Language | undefined {
  for (const text of texts) {
    const language = judge(score(text));
    if (language) return language;
    const { en, fr } = score(text);
    if (en + fr >= 6) return undefined;
  }
  return undefined;
}

/** "FR", "français", "English", "fr-CA" → the two letters. */
export function languageCode(text: string): Language | undefined {
  // "Anglais / English", "français (Canada)"
  const key = fold(text.split(/[/(,]/)[0] ?? '').trim();
  if (/^(?:f|fr(?:[-_]..)?|fra|fre|french|francais|francophone)$/.test(key)) return 'fr';
  if (/^(?:e|en(?:[-_]..)?|eng|english|anglais|ang?|a|anglophone)$/.test(key)) return 'en';
  return undefined;
}
