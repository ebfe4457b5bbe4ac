/** Gives names that are written in capitals (or all in small letters) their usual case. */
import { fold } from '../text/clean-text.ts';
import { PARTICLES } from '../words/people.ts';
import { isTitleWord } from './titles.ts';

const MAC =
  /^mac(?=(?:donald|dougall|donell|donnell|eachern|farlane|gillivray|gregor|innis|innes|intosh|intyre|isaac|kay|kenna|kenzie|kinnon|lachlan|laren|laughlin|lean|lellan|leod|mahon|manus|master|millan|neil|neill|pherson|phee|phail|quarrie|rae|taggart|vicar|arthur|askill|aulay|callum)$)/;

/** Whether a word of two letters or more has no small letter. */
export function isCapitals(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word);
}

function capitalised(part: string): string {
  const lower = part.toLowerCase();
  const first = lower.charAt(0).toUpperCase() + lower.slice(1);
  if (/^Mc\p{L}{2}/u.test(first)) return `Mc${first.charAt(2).toUpperCase()}${first.slice(3)}`;
  if (MAC.test(lower)) return `Mac${first.charAt(3).toUpperCase()}${first.slice(4)}`;
  return first;
}

/** "O'NEIL" → "O'Neil", "BEAUSÉJOUR-L'ÉCUYER" → "Beauséjour-L'Écuyer". */
function capitalisedWord(word: string): string {
  return word.replace(/[\p{L}\p{M}]+/gu, (part, offset: number) => {
    const apostropheBefore = /['’]/.test(word.charAt(offset - 1));
    const rest = part.length === 1 && apostropheBefore; // the s of a possessive
    return rest ? part.toLowerCase() : capitalised(part);
  });
}

/** "d'ENTREMONT" → "d'Entremont", "McLEOD" → "McLeod". */
export const caseBehindPrefix = (word: string): string =>
  word.replace(
    /^([dl]['’]|Ma?c)(\p{Lu}{3}.*)$/u,
    (_, prefix: string, rest: string) => prefix + capitalisedWord(rest),
  );

/** The words of a name; capitals are only undone where a whole word has them, and particles then become small. */
export function namesCase(words: readonly string[]): string[] {
  // "Ann DE LA ROE": the family name alone.
  const loudFrom = words.findLastIndex((word) => /\p{Ll}/u.test(word)) + 1;
  const last = words.at(-1) ?? '';
  const shouting = loudFrom === 0 && words.some(isCapitals);
  const isLoud = shouting || (loudFrom < words.length - 1 && last.length > 3 && isCapitals(last));
  return words.map((word, index) => {
    const isInside = index >= Math.max(1, loudFrom) && index < words.length - 1;
    const particle = isLoud && isInside && PARTICLES.has(fold(word));
    if (
      particle &&
      !/^(?:ó|ní|st|ste|saint|sainte|el|le|mac|mc|san|santa|ben|bin|di|del|della|dos)$/i.test(word)
    )
      return word.toLowerCase();
    if (!isCapitals(word) || /^(?:\p{Lu}\.)+-?(?:\p{Lu}\.)*$/u.test(word)) return caseBehindPrefix(word);
    return word.length <= 2 && !shouting && !particle ? word : capitalisedWord(word);
  });
}

const SMALL = /^(?:of|the|and|for|in|at|on|to|a|an|de|des|du|la|le|les|et|aux?|en|d|l|pour|à)$/i;

/** A title or an organisation in capitals, as it would be written in a sentence; short words in it stay as they are. */
export function phraseCase(text: string): string {
  if (/\p{Ll}/u.test(text) || !/\p{Lu}{4}/u.test(text)) return text;
  // "CUPE" is no word, "CHAIR" is one.
  if (/^\p{Lu}{4,5}$/u.test(text) && !isTitleWord(text)) return text;
  return text
    .split(' ')
    .map((word, index) => (index > 0 && SMALL.test(word) ? word.toLowerCase() : capitalisedWord(word)))
    .join(' ');
}
