/** Walks the visible content of a page in layout order, and writes it down. */
import { AddressHolders } from './address-holders.ts';
import { fieldValue, frameBody, shadowOf, wordsOfStyle } from './element-content.ts';
import { nameOf } from './markup-names.ts';
import { addressesOf, hrefOf, isElement, mailLinkOf, styleOf } from './page-elements.ts';
import type { SelectedParts } from './selected-parts.ts';
import { Sight } from './sight.ts';
import { SpanningCells } from './spanning-cells.ts';
import { firstState, type WalkState } from './walk-state.ts';
import { escaped, WrittenPage } from './written-page.ts';

const UNREAD = new Set(
  'script style noscript template head title desc defs symbol metadata object embed select video audio wbr'.split(
    ' ',
  ),
);
/** Nothing in them is looked for. */
const EMPTY = new Set(['br', 'meta', 'link']);
/** What a page says of people to programs. */
const MARKS = ['itemscope', 'itemtype', 'itemprop', 'typeof', 'property', 'content', 'class'];
const MARKED = '.h-card, .vcard, [itemscope], [typeof]';

/** "me" in the place of a name: so web mails show whose they are. */
const isOwn = (element: Element) => /^\s*(?:me|moi)\s*$/i.test(element.textContent ?? '');

type End = () => void;

export class PageWalk {
  readonly page: WrittenPage;
  /** Addresses of the person at the page. */
  readonly own = new Set<string>();
  readonly #now: WalkState;
  readonly #holders = new AddressHolders();
  readonly #sight: Sight;
  readonly #parts: SelectedParts;
  /** What is to come, the next one last: pages may nest without end. */
  readonly #coming: (Node | End)[] = [];
  readonly #hasMarks = document.querySelector(MARKED) !== null;
  #cells: SpanningCells;

  constructor(isWhole: boolean, parts: SelectedParts) {
    this.#now = firstState(isWhole);
    this.page = new WrittenPage(this.#now);
    this.#sight = new Sight(this.#now, this.#holders);
    this.#cells = new SpanningCells(this.page);
    this.#parts = parts;
    this.#holders.find(document);
    this.#coming.push(document.body);
  }

  get isOver(): boolean {
    return this.#coming.length === 0;
  }

  step(): void {
    // The walk must know first where the addresses are.
    if (this.#holders.look()) return;
    const next = this.#coming.pop();
    if (typeof next === 'function') next();
    else if (next?.nodeType === 3) this.#visitText(next);
    else if (next !== undefined && isElement(next)) this.#visit(next);
  }

  #visitText(node: Node): void {
    const now = this.#now;
    const raw = now.isWhole ? (node.nodeValue ?? '') : this.#parts.keptText(node);
    const isBlank = /^[\n\r\t ]*$/.test(raw);
    if (!now.isSeen || raw === '' || (isBlank && this.page.isLineEmpty && now.turned === null)) return;
    const { isSelected, isClosed } = now;
    // The words of a link were looked at with it.
    const isLooked = isBlank || now.isInLink || !this.#holders.isBeside(node.parentNode ?? node);
    const look = isLooked ? 'open' : this.#sight.lookAt(node);
    if (look === 'hidden') return;
    if (look === 'closed') now.isClosed = true;
    now.isSelected ||= this.#parts.isChosen(node);
    const parent = node.parentElement ?? document.body;
    if (raw.includes('\n') && /^pre|break-spaces/.test(styleOf(parent).whiteSpace))
      this.page.writeLines(raw.split('\n'));
    else this.page.write(raw.replace(/[\n\r\t ]+/g, ' '));
    Object.assign(now, { isSelected, isClosed });
  }

  #visit(element: Element): void {
    const { localName } = element;
    const now = this.#now;
    const marks = this.#hasMarks ? this.#marksOf(element) : '';
    if (UNREAD.has(localName) || !(now.isWhole || this.#parts.isKept(element))) return;
    if (EMPTY.has(localName)) {
      this.#visitEmpty(element, marks);
      return;
    }
    const style = styleOf(element);
    const [before, cells] = [{ ...now }, this.#cells];
    const leave = () => {
      Object.assign(now, before);
      this.#cells = cells;
    };
    // An area of a picture has no display of its own.
    if (localName !== 'area' && !this.#sight.enter(element, style)) {
      leave();
      return;
    }
    if (!now.isClosed && this.#holders.has(element) && /auto|scroll/.test(style.overflow)) {
      now.scrollLeft += element.scrollLeft;
      now.scrollTop += element.scrollTop;
    }
    const ends = [
      leave,
      this.#enterName(element, style, marks),
      this.#enterLink(element),
      this.#holders.isBeside(element) ? this.#enterTurned(style) : null,
    ];
    this.#writeOwnWords(element, ends);
    this.#coming.push(() => {
      for (const end of ends.reverse()) end?.();
    });
    const value = fieldValue(element);
    if (value === null) this.#comeInto(element);
    else if (value !== '') this.page.writeLines(value.split('\n'));
  }

  #visitEmpty(element: Element, marks: string): void {
    const { localName } = element;
    if (localName === 'br') this.page.breakText('\n');
    if (localName === 'br') this.page.writeMarkup('<br>');
    // Data about people that the page writes for programs.
    else if (marks !== '') this.page.writeMarkup(`<${localName}${marks} href="${escaped(hrefOf(element))}">`);
  }

  #marksOf(element: Element): string {
    return MARKS.map((name) => [name, element.getAttribute(name)] as const)
      .map(([name, value]) => (value === null ? '' : ` ${name}="${escaped(value)}"`))
      .join('');
  }

  /** Words that stand in no child node: of a style sheet, or a picture's. */
  #writeOwnWords(element: Element, ends: (End | null)[]): void {
    // A raised number is a note, not part of the word before it.
    if (element.localName === 'sup' && /^[\d\s,*†‡]*$/.test(element.textContent ?? '')) this.page.write(' ');
    if (element.localName === 'img') {
      const alt = (element.getAttribute('alt') ?? '').trim();
      this.page.writeMarkup(`<img alt="${escaped(alt)}">`);
      // A picture of an "@", or of a whole address, says so.
      if (/^\W{0,2}(?:@|at|arobase)\W{0,2}$/i.test(alt)) this.page.writeText('@');
      else if (/^\S+@\S+$/.test(alt)) this.page.writeText(alt);
      return;
    }
    const words = this.#now.isSeen && !this.#now.isClosed ? wordsOfStyle(element) : null;
    if (words === null) return;
    this.page.write(words.before);
    ends.push(() => this.page.write(words.after));
  }

  /** Opens the element that stands for it; what is given ends it. */
  #enterName(element: Element, style: CSSStyleDeclaration, marks: string): End | null {
    const { page } = this;
    const now = this.#now;
    const name = nameOf(element, style, now.inside) || (marks === '' ? '' : 'span');
    if (name === '') return null;
    const start = { html: page.html.length, text: page.text.length };
    if (name === 'span') {
      page.writeMarkup(`<span${marks}>`);
      return () => page.writeMarkup('</span>');
    }
    const isCell = name === 'td' || name === 'th';
    if (isCell) this.#cells.repeat();
    else page.breakText('\n');
    if (name === 'tr') this.#cells = this.#cells.nextRow();
    if (name === 'table') this.#cells = new SpanningCells(page);
    now.inside = name === 'table' ? name : name === 'tr' ? 'row' : '';
    page.writeMarkup(`<${name}${marks}>`);
    return () => {
      if (name !== 'hr') page.writeMarkup(`</${name}>`);
      if (isCell) this.#cells.leave(element, start);
      if (name === 'tr') this.#cells.repeat();
      page.breakText(isCell ? '\t' : '\n');
    };
  }

  /** Opens the link that an element is; what is given ends it. */
  #enterLink(element: Element): End | null {
    const { page } = this;
    const now = this.#now;
    const isNone = element.localName !== 'a' && !this.#holders.isBeside(element);
    if (now.isInLink || !now.isSeen || isNone) return null;
    const mailLink = mailLinkOf(element);
    const href = mailLink || (element.localName === 'a' ? hrefOf(element) : '');
    if (!/^(?:mailto|https?|tel):/i.test(href)) return null;
    const addresses = addressesOf(mailLink);
    if (addresses.length > 0 && isOwn(element)) {
      for (const address of addresses) this.own.add(address.toLowerCase());
      return null;
    }
    const isLooked = addresses.length === 0 || element.localName === 'area';
    const look = isLooked ? 'open' : this.#sight.lookAt(element);
    if (look === 'hidden') return null;
    if (look === 'closed') now.isClosed = true;
    now.isInLink = true;
    now.isSelected ||= this.#parts.isChosen(element);
    const start = page.text.length;
    page.writeMarkup(`<a href="${escaped(href)}">`);
    return () => {
      page.writeMarkup('</a>');
      if (addresses.length > 0) page.writeAddresses(addresses, start);
    };
  }

  /** Text that CSS turns round is written the other way. */
  #enterTurned(style: CSSStyleDeclaration): End | null {
    const now = this.#now;
    if (now.turned !== null || !/override/.test(style.unicodeBidi) || style.direction !== 'rtl') return null;
    now.turned = '';
    return () => {
      const lines = now.turned?.split('\n') ?? [];
      now.turned = null;
      this.page.writeLines(lines.map((line) => [...line].reverse().join('')));
    };
  }

  /** Its content comes next, as it is laid out. */
  #comeInto(element: Element): void {
    const { localName } = element;
    const body = localName === 'iframe' || localName === 'frame' ? frameBody(element) : null;
    if (body !== null) this.#comeIntoFrame(body);
    else this.#comeIntoChildren(element);
  }

  #comeIntoChildren(element: Element): void {
    const { localName } = element;
    const shadow = shadowOf(element);
    if (shadow !== null) {
      if (this.#sight.isCutAround(element)) return;
      this.#holders.find(shadow);
      this.#now.isWhole ||= this.#parts.isWholeShadow(shadow, element);
    }
    const given = localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
    const isShut = localName === 'details' && !(element as HTMLDetailsElement).open;
    const summary = isShut ? element.querySelector(':scope > summary') : null;
    if (given.length > 0) this.#coming.push(...given.reverse());
    else
      for (let child = (shadow ?? element).lastChild; child !== null; child = child.previousSibling)
        if (child !== summary) this.#coming.push(child);
    if (isShut) this.#coming.push(() => Object.assign(this.#now, { isClosed: true }));
    if (summary !== null) this.#coming.push(summary);
  }

  #comeIntoFrame(body: HTMLElement): void {
    const { scrollX: scrollLeft = 0, scrollY: scrollTop = 0 } = body.ownerDocument.defaultView ?? {};
    Object.assign(this.#now, { isWhole: true, scrollLeft, scrollTop, clip: null, isMoved: false });
    this.#holders.find(body.ownerDocument);
    this.#coming.push(body);
  }
}
