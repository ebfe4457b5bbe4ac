/** What a reader of the page can see of an element, computed when it is needed. */
import type { AddressHolders } from './address-holders.ts';
import { isElement, styleOf } from './page-elements.ts';
import { isPanel } from './panels.ts';
import type { Place } from './walk-state.ts';

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

/** The words of an icon may well be invisible. */
const hasPicture = (node: Node) =>
  isElement(node) &&
  (node.querySelector('img, svg') !== null || styleOf(node).backgroundImage.startsWith('url('));

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

/** It is neither placed by itself nor does it cut off its content: what does has another computed display. */
const hasNoBox = (display: string) => display === 'inline' || display === 'contents';

export class Sight {
  readonly #place: Place;
  readonly #holders: AddressHolders;

  constructor(place: Place, holders: AddressHolders) {
    this.#place = place;
    this.#holders = holders;
  }

  /** Cut away whole, by itself. */
  #isCutAway(element: Element, style: CSSStyleDeclaration, display: string): boolean {
    const { clipPath } = style;
    if (clipPath !== 'none' && NO_AREA.test(clipPath)) return true;
    if (hasNoBox(display)) return false;
    const { position, overflowX, overflowY } = style;
    const isPlaced = position === 'absolute' || position === 'fixed';
    if (isPlaced) this.#place.change({ isMoved: true });
    // `clip` counts for what is placed absolutely alone.
    if (isPlaced && NO_RECT.test(style.clip)) return true;
    if (overflowX === 'visible' && overflowY === 'visible') return false;
    const overflow = `${overflowX} ${overflowY}`;
    if (/auto|scroll/.test(overflow)) {
      const { scrollLeft, scrollTop } = this.#place.now;
      this.#place.change({
        scrollLeft: scrollLeft + element.scrollLeft,
        scrollTop: scrollTop + element.scrollTop,
      });
    }
    if (!/hidden|clip/.test(overflow) || element === document.body || element.childNodes.length === 0)
      return false;
    const box = element.getBoundingClientRect();
    this.#place.change({ clip: { box, isContaining: position !== 'static' }, isMoved: false });
    return box.width <= 1 || box.height <= 1;
  }

  /** Puts on the state of an element; false where nothing of it is read. */
  enter(element: Element, style: CSSStyleDeclaration, display: string): boolean {
    const { now } = this.#place;
    // Asked at once of most elements, and in pieces where the answer is no.
    const isSimple =
      now.visibility === 'visible' && !now.isClosed && element.checkVisibility?.(SIGHT) === true;
    // Unlike the rest, `visibility` may be taken back further in.
    const isSeen = isSimple || style.visibility === now.visibility || style.visibility === 'visible';
    if (isSeen !== now.isSeen) this.#place.change({ isSeen });
    let isHidden = !isSimple && display === 'none';
    if (!isSimple || this.#holders.has(element) || this.#holders.isBeside(element.parentNode ?? element)) {
      const opacity = now.opacity * Number(style.opacity || '1');
      if (opacity !== now.opacity) this.#place.change({ opacity });
      if (opacity < 0.1 || (!hasNoBox(display) && style.contentVisibility === 'hidden')) isHidden = true;
      // Within what is not laid out nothing has a box to look at.
      else if (!isHidden && !now.isClosed && this.#isCutAway(element, style, display)) isHidden = true;
    }
    if (!isHidden && isSeen) return true;
    if (!isPanel(element)) return !isHidden;
    this.#place.change({ isClosed: true, isSeen: true, visibility: style.visibility, opacity: 1 });
    return true;
  }

  /** Whether a text or a link is visible, hidden for now, or never visible. */
  lookAt(node: Node): Look {
    const element = isElement(node) ? node : node.parentElement;
    const { clip, isClosed, isMoved, scrollLeft, scrollTop } = this.#place.now;
    if (isClosed || element === null) return 'open';
    const box = boxOf(node);
    if (box === undefined || (isInkless(styleOf(element)) && !hasPicture(node))) return 'hidden';
    const isCut =
      clip !== null &&
      (clip.isContaining || !isMoved) &&
      (box.right <= clip.box.left + 1 || box.left >= clip.box.right - 1);
    if (!isCut && box.right + scrollLeft >= 0 && box.bottom + scrollTop >= 0) return 'open';
    // The other pictures of a carousel, and tabs that are put aside, can be brought into sight.
    for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement)
      if ((isCut && (styleOf(at).transform || 'none') !== 'none') || isPanel(at)) return 'closed';
    return isCut && !isMoved ? 'closed' : 'hidden';
  }

  /** Whether something around it, which nobody took for the place of an address, is cut away. */
  isCutAround(element: Element): boolean {
    const from = this.#place.now.isClosed || this.#holders.has(element) ? null : element;
    for (let at: Element | null = from; at !== null; at = at.parentElement) {
      const style = styleOf(at);
      if (this.#isCutAway(at, style, style.display)) return true;
    }
    return false;
  }
}
