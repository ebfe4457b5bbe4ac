/** The addresses that a part of a page speaks of: who belongs to whom is told by how many there are. */
import { SPLIT_ADDRESS } from '../../capture/lines/split-address.ts';
import { isSetApart } from './markup-names.ts';
import { addressesOf, isElement, isOtherAddress, mailLinkOf, styleOf } from './page-elements.ts';

/** Their text is none that anybody reads. */
const UNREAD = /^(?:script|style|noscript|template)$/;
/** Ends a word: a line break, a box of its own, or a link that is an address by itself. */
const endsWord = (element: Element) =>
  element.localName === 'br' ||
  mailLinkOf(element) !== '' ||
  isSetApart(element, element.localName, styleOf(element).display);

/**
 * The text of a part of the page, with a line end where layout sets two words apart that touch in the markup: "Roe" and
 * "ann@…" in two cells. Styles are asked for only there, since that is slow.
 */
export function wordsOf(part: Node): string {
  const pieces: string[] = [];
  let crossed: Element[] = [];
  let isOpen = false;
  const take = (text: string) => {
    if (text === '') return;
    if (isOpen && /^\S/.test(text) && crossed.some(endsWord)) pieces.push('\n');
    pieces.push(text);
    isOpen = /\S$/.test(text);
    crossed = [];
  };
  for (let node: Node | null = part; node !== null; ) {
    if (!isElement(node)) take(node.nodeType === 3 ? (node.nodeValue ?? '') : '');
    else if (isOpen) crossed.push(node);
    let next: Node | null = isElement(node) && UNREAD.test(node.localName) ? null : node.firstChild;
    while (next === null && node !== part) {
      next = node.nextSibling;
      if (next !== null) break;
      node = node.parentNode ?? part;
      if (isOpen && isElement(node)) crossed.push(node);
    }
    node = next;
  }
  return pieces.join('');
}

export const MAIL_LINKS = `a[href], [data-cfemail], [email], [data-hovercard-id], ${SPLIT_ADDRESS}`;
const WORD = /[^\s<>,;:()]*@[^\s<>,;:()]+/g;
const SPELLED = /\S{0,64}\s{0,3}(?:[[(]\s?(?:at|arobase)\s?[\])]|\sarobase\s|@)\s{0,3}\S{0,64}/gi;
/** "@elmsociety" is what somebody is called elsewhere. */
const HANDLE = /^@[^.]*$/;

/** Addresses in a part of the page, seen or not: each once. Where none is written out, those that are spelled count. */
export function mailboxesIn(part: Node, words = wordsOf(part)): ReadonlySet<string> {
  const links = isElement(part) ? [...part.querySelectorAll(MAIL_LINKS), part] : [];
  const linked = links.flatMap((link) => {
    const addresses = addressesOf(mailLinkOf(link));
    return isOtherAddress(link.textContent ?? '', addresses) ? [] : addresses;
  });
  const written = (words.match(WORD) ?? []).map((word) => word.replace(/[.!?'"”»|\]]+$/, ''));
  const found = new Set(
    [...written, ...linked].filter((one) => !HANDLE.test(one)).map((one) => one.toLowerCase()),
  );
  if (found.size === 0 && written.length === 0)
    for (const [spelled] of words.matchAll(SPELLED)) found.add(spelled.toLowerCase());
  return found;
}
