/**
 * Regular expressions for a search as people expect it: case, accents and the kind of apostrophe do not count. Pure.
 */
import { foldText } from '../../shared/search-text.ts';

/**
 * The other forms of a letter in Envoke's data, as ranges of a character class: French, other European languages and
 * Vietnamese. Letters that are not listed differ only by case.
 */
const ACCENTED: Readonly<Record<string, string>> = {
  a: 'À-Åà-åĀ-ąẠ-ặ',
  c: 'ÇçĆ-č',
  d: 'Ď-đ',
  e: 'È-Ëè-ëĒ-ěẸ-ệ',
  g: 'Ĝ-ģ',
  h: 'Ĥ-ħ',
  i: 'Ì-Ïì-ïĨ-ıỈ-ị',
  j: 'Ĵĵ',
  k: 'Ķķ',
  l: 'Ĺ-ł',
  n: 'ÑñŃ-ň',
  o: 'Ò-ÖØò-öøŌ-őƠơỌ-ợ',
  r: 'Ŕ-ř',
  s: 'Ś-šȘș',
  t: 'Ţ-ŧȚț',
  u: 'Ù-Üù-üŨ-ųƯưỤ-ự',
  w: 'Ŵŵ',
  y: 'ÝýÿŶ-ŸỲ-ỹ',
  z: 'Ź-ž',
};
/** Two letters that may be written as one character. */
const LIGATURES: Readonly<Record<string, string>> = { oe: 'œŒ', ae: 'æÆ', ss: 'ßẞ' };
/**
 * A regular expression that finds `text` anywhere, whatever its case and accents, whether or not Envoke's own matching
 * distinguishes case. Every character of `text` is escaped.
 */
export function textPattern(text: string): string {
  return foldText(text).replace(/oe|ae|ss|./gsu, (part) => {
    const ligature = LIGATURES[part];
    if (ligature === undefined) return letterPattern(part);
    return `(${[...part].map(letterPattern).join('')}|[${ligature}])`;
  });
}

/** The same without accents: e-mail addresses have none, and the query stays short. */
export function asciiPattern(text: string): string {
  return foldText(text).replace(/./gsu, (letter) => (isLetter(letter) ? bothCases(letter) : escaped(letter)));
}

/** Finds a value that is one of these texts, whole, in the case in which they are given. */
export const wholePattern = (texts: readonly string[]) => `^(${texts.map(escapedText).join('|')})$`;

/**
 * Matches an address in any case, with invisible characters between its own. Letters outside ASCII match any character;
 * apostrophes and hyphens match their typographic forms.
 */
export function mailboxPattern(email: string): string {
  const typographic = (char: string) => (/['-]/.test(char) ? `(${char}|[^!-~])` : asciiPattern(char));
  const parts = [...email].map((char) => (/[!-~]/.test(char) ? typographic(char) : '[^!-~]+'));
  return parts
    .join('[^!-~]*')
    .replace(/(?:\[\^!-~\]\*)?\[\^!-~\]\+(?:\[\^!-~\]\*)?/g, '[^!-~]+')
    .replace(/(?:\[\^!-~\]\+)+/g, '[^!-~]+');
}

function letterPattern(letter: string): string {
  if (letter === "'") return "['’]";
  if (letter === '-') return '[- ]';
  const accented = ACCENTED[letter];
  if (accented !== undefined) return `[${letter}${letter.toUpperCase()}${accented}]`;
  return isLetter(letter) ? bothCases(letter) : escaped(letter);
}

const isLetter = (char: string) => char.toLowerCase() !== char.toUpperCase();

function bothCases(letter: string): string {
  const upper = letter.toUpperCase();
  // Not every regular expression engine supports character classes outside the basic plane.
  return letter.length > 1 || upper.length > 1 ? `(${letter}|${upper})` : `[${letter}${upper}]`;
}

const escaped = (char: string) => char.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
const escapedText = (text: string) => [...text].map(escaped).join('');
