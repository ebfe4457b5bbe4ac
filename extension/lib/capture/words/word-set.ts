/** Vocabulary is written as one string of words, which is short to read and to ship. */
export function wordSet(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').match(/\S+/g));
}
