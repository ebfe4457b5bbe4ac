/** The addresses that a part of a page speaks of: who belongs to whom is told by how many there are. */
import { SPLIT_ADDRESS } from '../../capture/lines/split-address.ts';
import { fieldValue } from './element-content.ts';
import { isSetApart } from './markup-names.ts';
import { addressesOf, isElement, isOtherAddress, mailLinkOf, styleOf } from './page-elements.ts';

/** Their text is none that anybody reads. */
const UNREAD = /^(?:script|style|noscript|template|textarea)$/;
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
    else {
      if (isOpen) crossed.push(node);
      take(fieldValue(node));
      if (isOpen && crossed.length === 0) crossed.push(node);
    }
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

export const MAIL_LINKS = `a[href], [onclick*="mailto:"], [data-cfemail], [email], [data-hovercard-id], ${SPLIT_ADDRESS}`;
const WORD = /[^\s<>,;:()]*@[^\s<>,;:()]+/g;
const SPELLED = /\S{0,64}\s{0,3}(?:[[(]\s?(?:at|arobase)\s?[\])]|\sarobase\s|@)\s{0,3}\S{0,64}/gi;
/** "@elmsociety" is what somebody is called elsewhere. */
const HANDLE = /^@[^.]*$/;

function* linkedIn(part: Node): Generator<string> {
  const links = isElement(part) ? [part, ...part.querySelectorAll(MAIL_LINKS)] : [];
  for (const link of links) {
    const addresses = addressesOf(mailLinkOf(link));
    if (!isOtherAddress(link.textContent ?? '', addresses)) yield* addresses.map((one) => one.toLowerCase());
  }
}

/** Addresses in a part of the page, seen or not: each once. Where none is written out, those that are spelled count. */
export function mailboxesIn(part: Node, words = wordsOf(part)): ReadonlySet<string> {
  const written = (words.match(WORD) ?? []).map((word) => word.replace(/[.!?'"”»|\]]+$/, '').toLowerCase());
  const found = new Set([...written.filter((one) => !HANDLE.test(one)), ...linkedIn(part)]);
  if (found.size === 0 && written.length === 0)
    for (const [spelled] of words.matchAll(SPELLED)) found.add(spelled.toLowerCase());
  return found;
}

/** A part that is longer is looked through piece by piece: the first that decides is enough. */
const MAX_PIECE_CHARS = 5_000;
/** Pages may nest without end. */
const MAX_DEPTH = 20;

/** Whether somebody else than those is in a part of the page, however long it is. */
export function hasOthers(part: Node, own: ReadonlySet<string> = new Set(), depth = 0): boolean {
  for (const linked of linkedIn(part)) if (!own.has(linked)) return true;
  const isLong = isElement(part) && (part.textContent ?? '').length > MAX_PIECE_CHARS;
  if (isLong && depth < MAX_DEPTH && part.firstElementChild !== null)
    return [...part.childNodes].some((child) => hasOthers(child, own, depth + 1));
  return [...mailboxesIn(part)].some((mailbox) => !own.has(mailbox));
}
