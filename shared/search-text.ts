/**
 * What a search text means. The broker, which asks Envoke, and the popup, which filters an answer itself, use the same
 * rules: case, accents, hyphens and the order of the words do not count. Pure.
 */
import { withoutUnseen } from './email-key.ts';

/** Most words that are searched; a name has fewer. */
const WORDS_MAX = 8;

/** Words without the punctuation that comes with pasted text (`"Roe, Jane" <jane@…>`, `mailto:jane@…`, « Ville de … »). */
export function searchWords(text: string): string[] {
  const words = withoutUnseen(text)
    .normalize('NFC')
    .split(/[\s",;<>()«»“”„]+/u)
    .map((word) => word.replace(/^mailto:/i, '').replace(/^[-.:]+|[-.:]+$/g, ''));
  return [...new Set(words.filter((word) => word !== ''))].slice(0, WORDS_MAX);
}

/** The text to search for; `''` where it has no word, as of punctuation alone: then nobody is asked for anything. */
export function searchedText(text: string): string {
  return searchWords(text).length === 0 ? '' : text.trim();
}

/** The e-mail address, when the whole box is one. */
export function searchedEmail(words: readonly string[]): string | undefined {
  const [word] = words;
  return words.length === 1 && word !== undefined && /^[^@]+@[^@]+\.[^@.]{2,}$/.test(word) ? word : undefined;
}

/**
 * Letters that Unicode does not decompose into a plain letter and a mark, and characters that a keyboard writes
 * otherwise.
 */
const PLAIN: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  ŧ: 't',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
};

/** Lower case without accents: the form in which two texts are compared. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[`\u0080-\uffff]/g, (letter) => PLAIN[letter] ?? letter);
}

/** The same for two texts that a person would call the same: hyphens are blanks. */
export const looseText = (text: string): string => foldText(text).replace(/-/g, ' ');

/** Whether every word is part of one of the texts: name, company and e-mail of a contact. */
export function hasWords(texts: readonly string[], words: readonly string[]): boolean {
  const loose = texts.map(looseText);
  return words.every((word) => loose.some((text) => text.includes(looseText(word))));
}

/**
 * Whether the present words can only find contacts that the earlier words found too. False when the earlier words were
 * a complete e-mail address: that answer contained only its owner.
 */
export function isNarrower(words: readonly string[], before: readonly string[]): boolean {
  if (searchedEmail(before) !== undefined) return false;
  return before.every((one) => words.some((word) => looseText(word).includes(looseText(one))));
}
