/** Where the words of a search occur in a text. Pure, linear in the text for each word. */

/** Each character in lower case without its accent, one for one, so that positions stay those of the text. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const plain = text.charAt(at).normalize('NFD').charAt(0).toLowerCase();
    return plain.length === 1 ? plain : text.charAt(at);
  }).join('');
}

/** `[start, end)` pairs in order, not overlapping. */
export function matchRanges(text: string, search: string): [number, number][] {
  const words = fold(search.trim()).split(/\s+/).filter(Boolean);
  const folded = words.length === 0 ? '' : fold(text);
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      found.push([at, at + word.length]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.reduce<[number, number][]>((kept, range) => {
    const last = kept.at(-1);
    if (last === undefined || range[0] >= last[1]) kept.push(range);
    return kept;
  }, []);
}
