/** Whether the text on both sides goes right up to an element. */
const isInWord = ({ previousSibling: before, nextSibling: after }: Element): boolean =>
  /[\p{L}\p{N}]$/u.test(before?.nodeValue ?? '') && /^[\p{L}\p{N}]/u.test(after?.nodeValue ?? '');

/**
 * A picture of an "@", of a whole address, or of a dot within one, as what it is called shows; '' for any other.
 * @param name its alternative text
 */
export function wordsOfPicture(name: string, picture: Element): string {
  if (/^\W{0,2}(?:@|at|arobase?|arobas)\W{0,2}$/i.test(name)) return '@';
  if (/^\W{0,2}(?:\.|dot|point)\W{0,2}$/i.test(name)) return isInWord(picture) ? '.' : '';
  return name.length < 100 && /^\S+@\S+$/.test(name) ? name : '';
}

/** What an empty element shows by its class, where it tells that nobody is called at a number: "fa-fax"; '' for any other. */
export const wordsOfIcon = (element: Element): string =>
  element.firstChild === null &&
  /^(?:i|span)$/i.test(element.tagName) &&
  /(?:^|[\s_-])fax(?:$|[\s_-])/i.test(element.getAttribute('class') ?? '')
    ? 'Fax '
    : '';
