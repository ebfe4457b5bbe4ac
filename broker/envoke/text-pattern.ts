/** Regular expressions for text as people mean it when they search: no case, no accents, one apostrophe. Pure. */
import { foldText } from '../../shared/search-text.ts';

/**
 * What else a letter may look like in Envoke's data, as ranges of a character class: French, its neighbours in Europe and
 * Vietnamese. Letters that are not here only differ in case.
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
/** Two letters that may be written as one. */
const LIGATURES: Readonly<Record<string, string>> = { oe: 'œŒ', ae: 'æÆ', ss: 'ßẞ' };
/**
 * A regular expression that finds `text` anywhere, whatever the case and the accents, whether or not Envoke's own matching
 * heeds case. Nothing in `text` keeps a meaning of its own.
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

/** An address in any case, with anything that is no plain character between its own; letters past ASCII are left open. */
export function mailboxPattern(email: string): string {
  const parts = [...email].map((char) => (/[!-~]/.test(char) ? asciiPattern(char) : '[^!-~]+'));
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
  // A class of letters outside the basic plane is not understood everywhere.
  return letter.length > 1 || upper.length > 1 ? `(${letter}|${upper})` : `[${letter}${upper}]`;
}

const escaped = (char: string) => char.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
