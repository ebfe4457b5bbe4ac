/** Walks the visible content of a page in layout order, and writes it down. */
import { wordsOfIcon, wordsOfPicture } from '../../capture/text/pictures.ts';
import { AddressHolders } from './address-holders.ts';
import { choiceIn, fieldValue, frameBody, shadowOf, wordsOfStyle } from './element-content.ts';
import { nameOf } from './markup-names.ts';
import { addressesOf, hrefOf, isInBar, mailLinkOf, styleOf } from './page-elements.ts';
import type { SelectedParts } from './selected-parts.ts';
import { Sight } from './sight.ts';
import { SpanningCells } from './spanning-cells.ts';
import { Place, type WalkState } from './walk-state.ts';
import { escaped, WrittenPage } from './written-page.ts';

const UNREAD = new Set(
  'script style noscript template head title desc defs symbol metadata object embed video audio wbr'.split(
    ' ',
  ),
);
/** Nothing in them is looked for. */
const EMPTY = new Set(['br', 'meta', 'link']);
/** What a page says of people to programs. */
const MARKS = new Set(['itemscope', 'itemtype', 'itemprop', 'typeof', 'property', 'content', 'class']);
const MARKED = '.h-card, .vcard, [itemscope], [typeof]';

/** "me" in the place of a name: so web mails show whose they are. */
const isOwn = (element: Element) => /^\s*(?:me|moi)\s*$/i.test(element.textContent ?? '');

type End = () => void;

export class PageWalk {
  readonly page: WrittenPage;
  /** Addresses of the person at the page. */
  readonly own = new Set<string>();
  readonly #place: Place;
  readonly #holders = new AddressHolders();
  readonly #sight: Sight;
  readonly #parts: SelectedParts;
  /** What is to come, the next one last: pages may nest without end. The ends of an element lie under its content. */
  readonly #coming: (Node | End)[] = [];
  readonly #hasMarks = document.querySelector(MARKED) !== null;
  #cells: SpanningCells;

  constructor(isWhole: boolean, parts: SelectedParts) {
    this.#place = new Place(isWhole);
    this.page = new WrittenPage(this.#place);
    this.#sight = new Sight(this.#place, this.#holders);
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
    else if (next !== undefined) {
      const { nodeType } = next;
      if (nodeType === 1) this.#visit(next as Element);
      else if (nodeType === 3) this.#visitText(next);
    }
  }

  #visitText(node: Node): void {
    const place = this.#place;
    const { now } = place;
    const raw = now.isWhole ? (node.nodeValue ?? '') : this.#parts.keptText(node);
    const isBlank = !/[^\n\r\t ]/.test(raw);
    if (!now.isSeen || raw === '' || (isBlank && this.page.isLineEmpty && !this.page.isTurned)) return;
    // The words of a link were looked at with it.
    const isLooked = isBlank || now.isInLink || !this.#holders.isBeside(node.parentNode ?? node);
    const look = isLooked ? 'open' : this.#sight.lookAt(node);
    if (look === 'hidden') return;
    if (look === 'closed') place.change({ isClosed: true });
    if (!now.isSelected && this.#parts.isChosen(node)) place.change({ isSelected: true });
    if (
      raw.includes('\n') &&
      /^pre|break-spaces/.test(styleOf(node.parentElement ?? document.body).whiteSpace)
    )
      this.page.writeLines(raw.split('\n'));
    else this.page.write(raw.replace(/[\n\r\t ]{2,}|[\n\r\t]/g, ' '));
    place.now = now;
  }

  #visit(element: Element): void {
    const { localName } = element;
    const place = this.#place;
    const before = place.now;
    if (UNREAD.has(localName) || !(before.isWhole || this.#parts.isKept(element))) return;
    const marks = this.#hasMarks ? this.#marksOf(element) : '';
    if (EMPTY.has(localName)) {
      this.#visitEmpty(element, localName, marks);
      return;
    }
    const style = styleOf(element);
    const { display } = style;
    // An area of a picture has no display of its own.
    const isSeen = localName === 'area' || this.#sight.enter(element, style, display);
    if (isSeen) this.#putBackLater(before);
    else place.now = before;
    // In the line of its words, though it is drawn as a box.
    const box = localName === 'input' ? choiceIn(element, isSeen) : '';
    this.page.write(box);
    if (!isSeen || box !== '') return;
    this.#enterName(element, localName, display, marks);
    const isBeside = this.#holders.isBeside(element);
    if (localName === 'a' && isInBar(element)) this.page.write(' | ');
    if (isBeside || localName === 'a') this.#enterLink(element, localName, isBeside);
    if (isBeside) this.#enterTurned(style);
    this.#writeOwnWords(element, localName);
    if (localName === 'input' || localName === 'textarea' || localName === 'select') {
      this.#writeField(element);
      return;
    }
    if (isBeside) this.#writeLabel(element);
    this.#comeInto(element, localName);
  }

  /** When all that is to come until now is over. */
  #putBackLater(before: WalkState): void {
    if (this.#place.now === before) return;
    this.#coming.push(() => {
      this.#place.now = before;
    });
  }

  #visitEmpty(element: Element, localName: string, marks: string): void {
    if (localName === 'br') {
      this.page.breakText('\n');
      this.page.writeMarkup('<br>');
    }
    // Data about people that the page writes for programs.
    else if (marks !== '') this.page.writeMarkup(`<${localName}${marks} href="${escaped(hrefOf(element))}">`);
  }

  #marksOf(element: Element): string {
    return element
      .getAttributeNames()
      .filter((name) => MARKS.has(name))
      .map((name) => ` ${name}="${escaped(element.getAttribute(name) ?? '')}"`)
      .join('');
  }

  #writeField(field: Element): void {
    const place = this.#place;
    const { now } = place;
    const value = fieldValue(field);
    if (value === '' || this.#sight.lookAt(field) === 'hidden') return;
    if (!now.isSelected && this.#parts.isChosen(field)) place.change({ isSelected: true });
    this.page.writeLines(value.split('\n'));
    place.now = now;
  }

  /** Words that stand in no child node: of a style sheet, or a picture's. */
  #writeOwnWords(element: Element, localName: string): void {
    // A raised number is a note, not part of the word before it.
    if (localName === 'sup' && /^[\d\s,*†‡]*$/.test(element.textContent ?? '')) this.page.write(' ');
    if (localName === 'img') {
      const alt = (element.getAttribute('alt') || element.getAttribute('title') || '').trim();
      this.page.writeMarkup(`<img alt="${escaped(alt)}">`);
      this.page.writeText(wordsOfPicture(alt, element));
      return;
    }
    this.page.write(wordsOfIcon(element));
    if (localName !== 'input') this.page.write(choiceIn(element));
    if (localName === 'svg') {
      const title = element.querySelector('title')?.textContent ?? '';
      this.page.write(wordsOfPicture(element.getAttribute('aria-label') || title, element));
    }
    const words = this.#place.now.isSeen && !this.#place.now.isClosed ? wordsOfStyle(element) : null;
    if (words === null) return;
    this.page.write(words.before);
    if (words.after !== '') this.#coming.push(() => this.page.write(words.after));
  }

  /** The name of an icon that stands for an address. */
  #writeLabel(element: Element): void {
    const label = (element.getAttribute('aria-label') ?? '').trim();
    const isShown = this.#place.now.isInLink || /\S@\S/.test(label);
    if (label === '' || !isShown || (element.textContent ?? '').trim() !== '') return;
    if (this.#sight.lookAt(element) !== 'hidden') this.page.write(label);
  }

  /** Opens the element that stands for it. */
  #enterName(element: Element, localName: string, display: string, marks: string): void {
    const { page } = this;
    const place = this.#place;
    const before = place.now;
    const name =
      nameOf(element, localName, display, before.inside, this.#holders.isPiece(element)) ||
      (marks === '' ? '' : 'span');
    if (name === '') return;
    const start = { html: page.html.length, text: page.text.length };
    if (name === 'span') {
      page.writeMarkup(`<span${marks}>`);
      this.#coming.push(() => page.writeMarkup('</span>'));
      return;
    }
    const isCell = name === 'td' || name === 'th';
    const cells = this.#cells;
    if (isCell) cells.repeat();
    else page.breakText('\n');
    if (name === 'tr') this.#cells = cells.nextRow();
    if (name === 'table') this.#cells = new SpanningCells(page);
    const next = name === 'table' ? name : name === 'tr' ? 'row' : '';
    if (next !== before.inside) place.change({ inside: next });
    page.writeMarkup(`<${name}${marks}>`);
    this.#coming.push(() => {
      if (name !== 'hr') page.writeMarkup(`</${name}>`);
      if (isCell) this.#cells.leave(element, start);
      if (name === 'tr') this.#cells.repeat();
      page.breakText(isCell ? '\t' : '\n');
      this.#cells = cells;
      place.now = before;
    });
  }

  /** Opens the link that an element is. */
  #enterLink(element: Element, localName: string, isBeside: boolean): void {
    const { page } = this;
    const place = this.#place;
    const before = place.now;
    if (before.isInLink || !before.isSeen) return;
    const mailLink = isBeside ? mailLinkOf(element) : '';
    const href = mailLink || (localName === 'a' ? hrefOf(element) : '');
    if (!/^(?:mailto|https?|tel):/i.test(href)) return;
    const addresses = addressesOf(mailLink);
    if (addresses.length > 0 && isOwn(element)) {
      for (const address of addresses) this.own.add(address.toLowerCase());
      return;
    }
    const isLooked = addresses.length === 0 || localName === 'area';
    const look = isLooked ? 'open' : this.#sight.lookAt(element);
    if (look === 'hidden') return;
    if (look === 'closed') place.change({ isClosed: true });
    place.change({ isInLink: true, isSelected: before.isSelected || this.#parts.isChosen(element) });
    const start = page.openLink(href);
    this.#coming.push(() => {
      page.closeLink(start, addresses);
      place.now = before;
    });
  }

  /** Text that CSS turns round is written the other way. */
  #enterTurned(style: CSSStyleDeclaration): void {
    if (this.page.isTurned || !/override/.test(style.unicodeBidi) || style.direction !== 'rtl') return;
    this.page.turn();
    this.#coming.push(() => this.page.endTurn());
  }

  /** Its content comes next, as it is laid out. */
  #comeInto(element: Element, localName: string): void {
    const coming = this.#coming;
    const place = this.#place;
    const before = place.now;
    const body = localName === 'iframe' || localName === 'frame' ? frameBody(element) : null;
    if (body !== null) {
      const { scrollX: scrollLeft = 0, scrollY: scrollTop = 0 } = body.ownerDocument.defaultView ?? {};
      place.change({ isWhole: true, scrollLeft, scrollTop, clip: null, isMoved: false });
      this.#putBackLater(before);
      this.#holders.find(body.ownerDocument);
      coming.push(body);
      return;
    }
    const shadow = shadowOf(element, localName);
    if (shadow !== null) {
      if (this.#sight.isCutAround(element)) return;
      this.#holders.find(shadow);
      if (!before.isWhole && this.#parts.isWholeShadow(shadow, element)) place.change({ isWhole: true });
      this.#putBackLater(before);
    }
    if (localName === 'slot') {
      const given = (element as HTMLSlotElement).assignedNodes();
      coming.push(...given.reverse());
      if (given.length > 0) return;
    }
    const isShut = localName === 'details' && !(element as HTMLDetailsElement).open;
    const summary = isShut ? element.querySelector(':scope > summary') : null;
    if (isShut)
      coming.push(() => {
        place.now = before;
      });
    for (let child = (shadow ?? element).lastChild; child !== null; child = child.previousSibling)
      if (child !== summary) coming.push(child);
    if (isShut) coming.push(() => place.change({ isClosed: true }));
    if (summary !== null) coming.push(summary);
  }
}
