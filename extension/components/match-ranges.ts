/** Where the words of a search begin words of a text. Pure, linear in the text for each word. */

export type Range = readonly [start: number, end: number];

/** Each character in lower case without its accent, one for one, so that positions stay those of the text. */
export function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const plain = text.charAt(at).normalize('NFD').charAt(0).toLowerCase();
    return plain.length === 1 ? plain : text.charAt(at);
  }).join('');
}

const IS_WORD = /[\p{L}\p{N}]/u;

/**
 * `[start, end)` pairs in order, not overlapping. A single letter is not marked: nearly every name has it, so it does
 * not explain the match.
 */
export function matchRanges(text: string, search: string): Range[] {
  const words = fold(search.trim())
    .split(/\s+/)
    .filter((word) => word.length > 1);
  const folded = words.length === 0 ? '' : fold(text);
  const found: Range[] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const isInside = IS_WORD.test(folded.charAt(at - 1)) && IS_WORD.test(word.charAt(0));
      if (!isInside) found.push([at, at + word.length]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.reduce<Range[]>((kept, range) => {
    const last = kept.at(-1);
    if (last === undefined || range[0] >= last[1]) kept.push(range);
    return kept;
  }, []);
}
