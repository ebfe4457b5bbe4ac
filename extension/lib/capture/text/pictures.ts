/** A picture of an "@" or of a whole address, as what it is called shows; '' for any other. @param name its alternative text */
export function wordsOfPicture(name: string): string {
  if (/^\W{0,2}(?:@|at|arobase?|arobas)\W{0,2}$/i.test(name)) return '@';
  return name.length < 100 && /^\S+@\S+$/.test(name) ? name : '';
}

/** What an empty element shows by its class, where it tells that nobody is called at a number: "fa-fax"; '' for any other. */
export const wordsOfIcon = (element: Element): string =>
  element.firstChild === null &&
  /^(?:i|span)$/i.test(element.tagName) &&
  /(?:^|[\s_-])fax(?:$|[\s_-])/i.test(element.getAttribute('class') ?? '')
    ? 'Fax '
    : '';
