/**
 * Which elements hold an address, and which are next to one. Only these are examined closely: asking for the style of
 * every element of a long page takes longer than reading it.
 */
import { isElement } from './page-elements.ts';

const SIGN = /[@＠]|arobas|\bat\b/i;
const HOLDERS =
  'a[href^="mailto:" i], a[*|href^="mailto:" i], a[href*="email-protection"], area, [data-cfemail], [email], [data-hovercard-id], input, textarea, iframe, img';
const INLINE = /^(?:a|abbr|b|bdo|cite|code|em|font|i|mark|s|small|span|strong|sub|sup|tt|u|wbr)$/;

const TEXTS_AT_ONCE = 50;

export class AddressHolders {
  readonly #holders = new Set<Node>();
  readonly #beside = new Set<Node>();

  #words: TreeWalker | null = null;

  /** A document or a shadow root to look through. */
  find(root: Document | ShadowRoot): void {
    for (const element of root.querySelectorAll(HOLDERS)) this.#hold(element);
    this.#words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  }

  /** Looks through a piece of it, so that the page can go on in between; false where nothing is left. */
  look(): boolean {
    if (this.#words === null) return false;
    for (let count = 0; count < TEXTS_AT_ONCE; count += 1) {
      const node = this.#words.nextNode();
      if (node === null) {
        this.#words = null;
        break;
      }
      if (SIGN.test(node.nodeValue ?? '')) this.#hold(node);
    }
    return true;
  }

  #hold(node: Node): void {
    const element = isElement(node) ? node : node.parentElement;
    if (element === null) return;
    this.#beside.add(element);
    if (INLINE.test(element.localName) && element.parentElement !== null)
      this.#beside.add(element.parentElement);
    for (let at: Element | null = element; at !== null && !this.#holders.has(at); at = at.parentElement)
      this.#holders.add(at);
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
