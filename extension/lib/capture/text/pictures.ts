/** A picture of an "@" or of a whole address, as what it is called shows; '' for any other. @param name its alternative text */
export function wordsOfPicture(name: string): string {
  if (/^\W{0,2}(?:@|at|arobase?|arobas)\W{0,2}$/i.test(name)) return '@';
  return name.length < 100 && /^\S+@\S+$/.test(name) ? name : '';
}
