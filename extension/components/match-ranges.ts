/**
 * Where the words of a search begin words of a text. What counts as equal is the same as for finding: a contact who was
 * found is marked. Pure, linear in the text for each word.
 */
import { looseText, searchWords } from '../../shared/search-text.ts';

export type Range = readonly [start: number, end: number];

/** A character for which there is nothing to fold but its case; most are, and a list has thousands of them. */
const isPlain = (char: string) => char < '\x80' && char !== '-' && char !== '`';

interface Folded {
  text: string;
  /** For each character of the folded text, where the one it comes from starts: "œ" becomes two, an accent none. */
  starts: readonly number[];
}

function fold(text: string): Folded {
  const starts: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of text) {
    const plain = isPlain(char) ? char.toLowerCase() : looseText(char);
    for (let unit = 0; unit < plain.length; unit += 1) starts.push(at);
    folded += plain;
    at += char.length;
  }
  return { text: folded, starts };
}

const IS_WORD = /[\p{L}\p{N}]/u;

/**
 * `[start, end)` pairs in order, not overlapping. A single letter is not marked: nearly every name has it, so it does
 * not explain the match.
 */
export function matchRanges(text: string, search: string): Range[] {
  const words = searchWords(search)
    .map((word) => fold(word).text)
    .filter((word) => word.length > 1);
  if (words.length === 0) return [];
  const folded = fold(text);
  const found: Range[] = [];
  for (const word of words) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      const isInside = IS_WORD.test(folded.text.charAt(at - 1)) && IS_WORD.test(word.charAt(0));
      if (!isInside) found.push([folded.starts[at] ?? 0, endOf(folded, at + word.length) ?? text.length]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.reduce<Range[]>((kept, range) => {
    const last = kept.at(-1);
    if (last === undefined || range[0] >= last[1]) kept.push(range);
    return kept;
  }, []);
}

/** A character is marked whole, with its accents; undefined at the end of the text. */
function endOf({ starts }: Folded, after: number): number | undefined {
  let next = after;
  while (next < starts.length && starts[next] === starts[after - 1]) next += 1;
  return starts[next];
}
