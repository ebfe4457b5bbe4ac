/** Whether the text on both sides goes right up to an element. */
const isInWord = ({ previousSibling: before, nextSibling: after }: Element): boolean =>
  /[\p{L}\p{N}]$/u.test(before?.nodeValue ?? '') && /^[\p{L}\p{N}]/u.test(after?.nodeValue ?? '');

/** A box that is drawn as a picture, beside what it is about. */
const FREE_BOX = /^(?:un|not )checked$|^(?:non coch[ée]e?|d[ée]coch[ée]e?)$/i;
const CHOSEN_BOX = /^(?:checked|coch[ée]e?)$/i;

/** What a picture may answer in a cell of its own. */
const ANSWER =
  /^(?:yes|no|oui|non|true|false|vrai|faux|checked|unchecked|coch[ée]e?|non coch[ée]e?|[✓✔✗✘])$/i;

/**
 * A picture of an "@", of a whole address, of a dot within one, or of an answer alone in its place, as what it is called shows; '' for any other.
 * @param name its alternative text
 */
export function wordsOfPicture(name: string, picture: Element): string {
  if (/^\W{0,2}(?:@|at|arobase?|arobas)\W{0,2}$/i.test(name)) return '@';
  if (/^\W{0,2}(?:\.|dot|point)\W{0,2}$/i.test(name)) return isInWord(picture) ? '.' : '';
  const isAlone = picture.parentElement?.textContent.trim() === picture.textContent.trim();
  if (ANSWER.test(name.trim()) && isAlone) return name;
  if (FREE_BOX.test(name.trim())) return '☐ ';
  if (CHOSEN_BOX.test(name.trim())) return '☑ ';
  return name.length < 100 && /^\S+@\S+$/.test(name) ? name : '';
}

/**
 * What an empty element shows by its class, where that tells that nobody is called at a number, or parts an address:
 * "fa-fax", "fa-at"; an answer that its title gives alone in its place; '' for any other.
 */
export function wordsOfIcon(element: Element): string {
  if (element.firstChild !== null || !/^(?:i|span)$/i.test(element.tagName)) return '';
  const title = (element.getAttribute('title') ?? '').trim();
  if (ANSWER.test(title) && element.parentElement?.textContent.trim() === '') return title;
  const [, icon = ''] = /(?:^|[\s_-])(fax|at)(?:$|[\s_-])/i.exec(element.getAttribute('class') ?? '') ?? [];
  if (icon.toLowerCase() === 'at') return isInWord(element) ? '@' : '';
  return icon && 'Fax ';
}
