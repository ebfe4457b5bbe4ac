/**
 * What a search means, the same for the broker, which asks Envoke, and for the popup, which narrows an answer by itself: case,
 * accents, hyphens and the order of the words do not count. Pure.
 */
import { withoutUnseen } from './email-key.ts';

/** Words looked for; a name has fewer. */
const WORDS_MAX = 8;

/** Words without the punctuation that comes with pasted text (`"Roe, Jane" <jane@…>`, `mailto:jane@…`, « Ville de … »). */
export function searchWords(text: string): string[] {
  const words = withoutUnseen(text)
    .normalize('NFC')
    .split(/[\s",;<>()«»“”„]+/u)
    .map((word) => word.replace(/^mailto:/i, '').replace(/^[-.:]+|[-.:]+$/g, ''));
  return [...new Set(words.filter((word) => word !== ''))].slice(0, WORDS_MAX);
}

/** The e-mail address, when the whole box is one. */
export function searchedEmail(words: readonly string[]): string | undefined {
  const [word] = words;
  return words.length === 1 && word !== undefined && /^[^@]+@[^@]+\.[^@.]{2,}$/.test(word) ? word : undefined;
}

/** Letters that Unicode does not take apart into a plain one and a mark, and signs that stand for one on the keyboard. */
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

/** Every word is part of one of the texts, those being name, company and e-mail of a contact. */
export function hasWords(texts: readonly string[], words: readonly string[]): boolean {
  const loose = texts.map(looseText);
  return words.every((word) => loose.some((text) => text.includes(looseText(word))));
}

/**
 * Whether everybody whom the words find is among those whom the words before found. Not where those before were a whole e-mail
 * address: its owner alone was the answer.
 */
export function isNarrower(words: readonly string[], before: readonly string[]): boolean {
  if (searchedEmail(before) !== undefined) return false;
  return before.every((one) => words.some((word) => looseText(word).includes(looseText(one))));
}
