/** Text as people mean it when they search: no case, no accents, one apostrophe. Pure. */

/** What a letter may look like in Envoke's data; French and its neighbours. Others only differ in case. */
const ACCENTED: Readonly<Record<string, string>> = {
  a: 'àâäáã',
  c: 'ç',
  e: 'éèêë',
  i: 'îïí',
  n: 'ñ',
  o: 'ôöóò',
  u: 'ùûüú',
  y: 'ÿ',
};
const LIGATURES: Readonly<Record<string, string>> = { oe: 'œŒ', ae: 'æÆ' };

/** Lower case without accents: the form in which two texts are compared. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[‐‑–—]/g, '-');
}

/**
 * A regular expression that finds `text` anywhere, whatever the case and the accents, whether or not Envoke's own matching
 * heeds case. Nothing in `text` keeps a meaning of its own.
 */
export function textPattern(text: string): string {
  return foldText(text).replace(/oe|ae|./gsu, (part) => {
    const ligature = LIGATURES[part];
    if (ligature === undefined) return letterPattern(part);
    return `(${[...part].map(letterPattern).join('')}|[${ligature}])`;
  });
}

/** The same without accents: e-mail addresses have none, and the query stays short. */
export function asciiPattern(text: string): string {
  return foldText(text).replace(/./gsu, (letter) => (isLetter(letter) ? bothCases(letter) : escaped(letter)));
}

function letterPattern(letter: string): string {
  if (letter === "'") return "['’]";
  if (letter === '-') return '[- ]';
  const accented = ACCENTED[letter];
  if (accented !== undefined) return `[${letter}${letter.toUpperCase()}${accented}${accented.toUpperCase()}]`;
  return isLetter(letter) ? bothCases(letter) : escaped(letter);
}

const isLetter = (char: string) => char.toLowerCase() !== char.toUpperCase();

function bothCases(letter: string): string {
  const upper = letter.toUpperCase();
  // A class of letters outside the basic plane is not understood everywhere.
  return letter.length > 1 || upper.length > 1 ? `(${letter}|${upper})` : `[${letter}${upper}]`;
}

const escaped = (char: string) => char.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
