/**
 * Which elements hold an address, and which are next to one. Only these are examined closely: asking for the style of
 * every element of a long page takes longer than reading it.
 */
import { SPLIT_ADDRESS } from '../../capture/lines/split-address.ts';
import { isElement, ONE_ADDRESS } from './page-elements.ts';

const SIGN = /[@＠]|arobas|\bat\b/i;
const HOLDERS = `a[href^="mailto:" i], a[*|href^="mailto:" i], a[href*="email-protection"], area, [data-cfemail], [email], [onclick*="mailto:"], [data-hovercard-id], ${SPLIT_ADDRESS}, [aria-label*="@"], input, textarea, iframe, img`;
const INLINE = /^(?:a|abbr|b|bdo|cite|code|em|font|i|mark|s|small|span|strong|sub|sup|tt|u|wbr)$/;

const MAX_PIECES = 40;
const MAX_PIECE_CHARS = 80;
/** Elements in a row without a blank between them that are one address together, and none of which is one alone. */
function piecesAround(holder: Element): Element[] {
  let element = holder;
  while (element.parentElement?.childNodes.length === 1) element = element.parentElement;
  const words = element.textContent ?? '';
  if (words.length > MAX_PIECE_CHARS || /\s/.test(words) || ONE_ADDRESS.test(words)) return [];
  const pieces = [element];
  const parts = [words];
  for (const side of ['previousSibling', 'nextSibling'] as const) {
    const isBefore = side === 'previousSibling';
    for (let at = element[side]; at !== null && pieces.length < MAX_PIECES; at = at[side]) {
      if (at.nodeType === Node.COMMENT_NODE || at.nodeName === 'WBR') continue;
      const all = at.textContent ?? '';
      const near = isBefore ? all.slice(-MAX_PIECE_CHARS) : all.slice(0, MAX_PIECE_CHARS);
      const part = (isBefore ? /\S*$/ : /^\S*/).exec(near)?.[0] ?? '';
      const isWhole = part !== '' && part === all;
      if (isElement(at)) {
        if (!isWhole) break;
        pieces.push(at);
      }
      if (isBefore) parts.unshift(part);
      else parts.push(part);
      if (!isWhole) break;
    }
  }
  const joined = parts.join('');
  // "Jane" before "@jane.example" is a name before a handle.
  const isOne = ONE_ADDRESS.test(joined) && !/^(?:[A-Z][a-z]+)+@/.test(joined);
  return isOne && !parts.some((part) => ONE_ADDRESS.test(part)) ? pieces : [];
}

const NODES_AT_ONCE = 50;

/** All that may hold an address, and in between nothing, so that whoever searches can stop anywhere. */
function* possibleHolders(root: Document | ShadowRoot): Generator<Node | null> {
  yield* root.querySelectorAll(HOLDERS);
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
    yield SIGN.test(text.nodeValue ?? '') ? text : null;
}

export class AddressHolders {
  readonly #holders = new Set<Node>();
  readonly #beside = new Set<Node>();
  readonly #pieces = new Set<Node>();
  #search: Generator<Node | null> | null = null;

  /** A document or a shadow root to look through. */
  find(root: Document | ShadowRoot): void {
    this.#search = possibleHolders(root);
  }

  /** Looks through a piece of it, so that the page can go on in between; false where nothing is left. */
  look(): boolean {
    if (this.#search === null) return false;
    for (let count = 0; count < NODES_AT_ONCE; count += 1) {
      const { done, value } = this.#search.next();
      if (done) {
        this.#search = null;
        break;
      }
      if (value) this.#hold(value);
    }
    return true;
  }

  #hold(node: Node): void {
    const element = isElement(node) ? node : node.parentElement;
    if (element === null) return;
    this.#beside.add(element);
    if (INLINE.test(element.localName) && element.parentElement !== null)
      this.#beside.add(element.parentElement);
    if (element === node.parentElement) for (const piece of piecesAround(element)) this.#pieces.add(piece);
    for (let at: Element | null = element; at !== null && !this.#holders.has(at); at = at.parentElement)
      this.#holders.add(at);
  }

  /** A part of one address, set apart by a box of its own. */
  isPiece(node: Node): boolean {
    return this.#pieces.has(node);
  }

  /** An address is somewhere in it. */
  has(node: Node): boolean {
    return this.#holders.has(node);
  }

  /** An address, or a piece of one, is directly in it. */
  isBeside(node: Node): boolean {
    return this.#beside.has(node);
  }
}
