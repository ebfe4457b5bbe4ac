/**
 * Which elements hold an address, and which are next to one. Only these are examined closely: asking for the style of
 * every element of a long page takes longer than reading it.
 */
import { isElement } from './page-elements.ts';

const SIGN = /[@＠]|arobas|\bat\b/i;
const HOLDERS =
  'a[href^="mailto:" i], a[*|href^="mailto:" i], a[href*="email-protection"], area, [data-cfemail], [email], [data-hovercard-id], input, textarea, iframe, img';
const INLINE = /^(?:a|abbr|b|bdo|cite|code|em|font|i|mark|s|small|span|strong|sub|sup|tt|u|wbr)$/;

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
