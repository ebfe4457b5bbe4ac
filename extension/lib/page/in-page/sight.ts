/** What a reader of the page can see of an element, computed when it is needed. */
import type { AddressHolders } from './address-holders.ts';
import { isElement, styleOf } from './page-elements.ts';
import { isPanel } from './panels.ts';
import type { WalkState } from './walk-state.ts';

/** Visible, hidden until somebody opens it, or never visible. */
type Look = 'open' | 'closed' | 'hidden';

const NO_AREA = /inset\((?:50|100)%|circle\(0|polygon\(0(?:px|%)? 0(?:px|%)?(?:, 0(?:px|%)? 0(?:px|%)?)+\)/;
const NO_RECT = /rect\((?:[01]px,? ?){4}\)/;
const SIGHT = { opacityProperty: true, visibilityProperty: true } as const;

/** In no colour, or in that of its ground. */
const isInkless = (style: CSSStyleDeclaration) => {
  const { color, backgroundColor } = style;
  if (color === backgroundColor && style.backgroundImage === 'none') return true;
  // Text filled with a gradient has no colour of its own.
  return /^rgba\(.*, 0\)$|^transparent$/.test(color) && !/text/.test(style.backgroundClip);
};

/** Where it is painted; undefined where nothing of it has a size. */
const boxOf = (node: Node): DOMRect | undefined => {
  const hasSize = ({ width, height }: DOMRect) => width > 1 && height > 1.5;
  if (!isElement(node)) {
    const range = (node.ownerDocument ?? document).createRange();
    range.selectNodeContents(node);
    return [range.getBoundingClientRect()].find(hasSize);
  }
  const own = node.getBoundingClientRect();
  if (hasSize(own)) return own;
  return [...node.querySelectorAll('*')].map((one) => one.getBoundingClientRect()).find(hasSize);
};

export class Sight {
  readonly #now: WalkState;
  readonly #holders: AddressHolders;

  constructor(now: WalkState, holders: AddressHolders) {
    this.#now = now;
    this.#holders = holders;
  }

  /** Cut away whole, by itself. */
  isCutAway(element: Element, style: CSSStyleDeclaration): boolean {
    const { clipPath, overflow, position } = style;
    const isPlaced = position === 'absolute' || position === 'fixed';
    this.#now.isMoved ||= isPlaced;
    if (clipPath !== 'none' && NO_AREA.test(clipPath)) return true;
    // `clip` counts for what is placed absolutely alone.
    if (isPlaced && NO_RECT.test(style.clip)) return true;
    if (
      overflow === 'visible' ||
      !/hidden|clip/.test(overflow) ||
      /^(?:inline|contents)$/.test(style.display)
    )
      return false;
    if (element === document.body || element.childNodes.length === 0) return false;
    const box = element.getBoundingClientRect();
    this.#now.clip = { box, isContaining: position !== 'static' };
    this.#now.isMoved = false;
    return box.width <= 1 || box.height <= 1;
  }

  /** Puts on the state of an element; false where nothing of it is read. */
  enter(element: Element, style: CSSStyleDeclaration): boolean {
    // Asked at once of most elements, and in pieces where the answer is no.
    const isSimple =
      this.#now.visibility === 'visible' && !this.#now.isClosed && element.checkVisibility?.(SIGHT) === true;
    let look: Look = 'open';
    if (!isSimple) {
      const { visibility, display } = style;
      if (display === 'none') look = 'hidden';
      // Unlike the rest, `visibility` may be taken back further in.
      this.#now.isSeen = visibility === this.#now.visibility || visibility === 'visible';
    } else this.#now.isSeen = true;
    if (!isSimple || this.#holders.has(element) || this.#holders.isBeside(element.parentNode ?? element)) {
      this.#now.opacity *= Number(style.opacity || '1');
      if (this.#now.opacity < 0.1 || style.contentVisibility === 'hidden') look = 'hidden';
      // Within what is not laid out nothing has a box to look at.
      else if (look === 'open' && !this.#now.isClosed && this.isCutAway(element, style)) look = 'hidden';
    }
    if ((look === 'hidden' || !this.#now.isSeen) && isPanel(element)) look = 'closed';
    if (look === 'hidden') return false;
    if (look === 'closed')
      Object.assign(this.#now, { isClosed: true, isSeen: true, visibility: style.visibility, opacity: 1 });
    return true;
  }

  /** Whether a text or a link is visible, hidden for now, or never visible. */
  lookAt(node: Node): Look {
    const element = isElement(node) ? node : node.parentElement;
    if (this.#now.isClosed || element === null) return 'open';
    const box = boxOf(node);
    if (box === undefined || isInkless(styleOf(element))) return 'hidden';
    const { clip } = this.#now;
    const isCut =
      clip !== null &&
      (clip.isContaining || !this.#now.isMoved) &&
      (box.right <= clip.box.left + 1 || box.left >= clip.box.right - 1);
    if (!isCut && box.right + this.#now.scrollLeft >= 0 && box.bottom + this.#now.scrollTop >= 0)
      return 'open';
    // The other pictures of a carousel, and tabs that are put aside, can be brought into sight.
    for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement)
      if ((isCut && (styleOf(at).transform || 'none') !== 'none') || isPanel(at)) return 'closed';
    return isCut && !this.#now.isMoved ? 'closed' : 'hidden';
  }

  /** Whether something around it, which nobody took for the place of an address, is cut away. */
  isCutAround(element: Element): boolean {
    const from = this.#now.isClosed || this.#holders.has(element) ? null : element;
    for (let at: Element | null = from; at !== null; at = at.parentElement)
      if (this.isCutAway(at, styleOf(at))) return true;
    return false;
  }
}
