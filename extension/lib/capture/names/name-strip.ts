/** Removes from a name what surrounds it: honorifics, pronouns, brackets, nicknames, markup, credentials. */

import { PRONOUNS } from '../words/people.ts';
import { isCapitals } from './name-case.ts';
import { isCredentials, isHonorific, isUnknownPostNominal } from './name-words.ts';

export interface Stripped {
  text: string;
  /** Something was removed that only occurs with names of people. */
  marked: boolean;
}

/** "王小明 Xiaoming Wang": the name once more, in another script. */
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+/gu;

/** "Jean 🇨🇦 Roy" */
const PICTOGRAPHS = /[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\u{FE0F}\u{200D}]+/gu;

/** "Roe, Ann HLTH:EX", "XT:Roe, Ann FNHA:IN": the office that a directory writes into a name. */
const OFFICE_CODE = /^\p{Lu}{2}:(?=\p{Lu}\p{Ll})|\s\p{Lu}{2,6}:\p{Lu}{2}(?=[\s,]|$)/gu;

/** "Adetokunbo 'Ade' Roe" */
const NICKNAME = /(?<=\p{L}\s)['’]\p{Lu}[\p{L} .-]{0,30}['’](?=\s\p{Lu})/gu;
/** "The Rt. Rev. Ann Roe", "Most Rev. Bo Park": a degree of the honorific behind it. */
const DEGREE_OF_HONORIFIC =
  /^(?:the\s)?(?:rt|right|most|very)\.?\s(?=(?:hon|rev)\p{L}*\.?\s)|^(?:[hs]\.\s?e\.|his excellency|her excellency|son excellence|(?:his|her) (?:worship|honou?r)(?: (?:the )?(?:deputy )?mayor)?|son honneur(?: l[ea] mair(?:e|esse))?)\s(?=\p{Lu})/iu;

/** "M. l’abbé Luc Roy", "Mme la mairesse Ann Roe": an office between the honorific and the name. */
const OFFICE_OF_HONORIFIC =
  /^(?:(?:M|Mme|Mlle|Mgr)\.?\s(?:l[ea]\s|l['’])\p{Ll}[\p{L}-]+|(?:l['’])?(?:abbé|père|frère|sœur|soeur))\s(?=\p{Lu})/u;

/** "Par intérim : Mme Ann Roe", "Acting: Bo Park" */
const FOR_NOW = /^(?:par intérim|intérimaire|intérim|acting|interim)\s?[:–—-]\s+(?=\p{Lu})/iu;

const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '');

/** Whether every letter of a phrase is a capital. */
export const isShouted = (text: string): boolean => isCapitals(lettersOf(text));

export function stripAround(raw: string): Stripped {
  const plain = (/\p{Script=Latin}{2}/u.test(raw) ? raw.replace(OTHER_SCRIPT, ' ').trim() : raw)
    .replace(OFFICE_CODE, '')
    .replace(PICTOGRAPHS, ' ')
    .replace(/<script[^>]{0,200}>[^<]{0,500}<\/script>/gi, ' ')
    .replace(/<[^>]{0,200}>/g, ' ')
    .replace(/[‘`´](?=\p{L})/gu, "'");
  const unpronounced = plain.replace(PRONOUNS, ' ');
  const words = unpronounced
    .replace(/\([^)]{0,80}\)|\[[^\]]{0,80}\]|["“«][^"”»]{0,40}["”»](?=\s+\p{L})/gu, ' ')
    .replace(/["“”«»]/g, ' ')
    .replace(NICKNAME, ' ')
    .replace(/^\s*\(?\d{1,3}[.)]\s+|\s(?:fils|père)$/u, '')
    .replace(/^[\s•·*\-–—,;:|'‹›►▪]+|[\s•·*–—,;:|'-]+$/g, '')
    .replace(FOR_NOW, '')
    .replace(DEGREE_OF_HONORIFIC, '')
    .replace(OFFICE_OF_HONORIFIC, 'M. ')
    .split(/\s+/);
  let marked = unpronounced !== plain;
  // "at 9:12 AM Ann Roe wrote"
  if (/^[AP]M$/.test(words[0] ?? '') && words.length > 2) words.shift();
  if (/^the$/i.test(words[0] ?? '') && isHonorific(words[1] ?? '')) words.shift();
  // "M. E. Roe"
  const isInitial = words[0] === 'M.' && /^\p{Lu}\.$/u.test(words[1] ?? '');
  while (!isInitial && words.length > 1 && isHonorific(words[0] ?? '')) {
    marked = true;
    words.shift();
  }
  return { text: words.join(' '), marked };
}

/** How many words at the end are credentials without a comma before them: "Jane Roe MD". */
function trailingCredentials(words: readonly string[], keep: number): number {
  for (const length of [3, 2, 1]) {
    const end = words.slice(-length).join(' ');
    const looksIt = /^(?:\p{Lu}[\p{L}.()]*\s?)+$/u.test(end) && (isShouted(end) || end.includes('.'));
    if (words.length - length >= keep && looksIt && isCredentials(end)) return length;
  }
  return 0;
}

/** @param keep fewest words of name to leave; `rest` are the comma-separated parts that are no credentials */
export function stripCredentials(text: string, keep = 2): Stripped & { rest: string[] } {
  const [head = '', ...tail] = text.split(/\s*,\s*/).filter(Boolean);
  const isMixed = head.includes(' ') && /\p{Ll}/u.test(head);
  // "Thorvaldson, Inga": what alone follows a family name is no degree, though "ing. a." is one.
  const isGiven = (part: string): boolean =>
    tail.length === 1 && !head.includes(' ') && /^\p{Lu}\p{Ll}{2,}$/u.test(part);
  const rest = tail.filter(
    (part) => isGiven(part) || (!isCredentials(part) && !(isMixed && isUnknownPostNominal(part))),
  );
  const words = head.split(' ');
  const count = trailingCredentials(words, keep);
  return {
    text: words.slice(0, words.length - count).join(' '),
    marked: rest.length < tail.length || count > 0,
    rest,
  };
}
