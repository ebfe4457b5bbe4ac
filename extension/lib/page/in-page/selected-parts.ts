/** The selection or the clicked link, and the parts of the page that belong to it. */
import { around, cardOf, headerOf, headingAbove, isHeadless, linkCalledAs, untilAddress } from './cards.ts';
import { HEADINGS, headingsOf, isAbout } from './headings.ts';
import { mailboxesIn, wordsOf } from './mailboxes-in-part.ts';
import { hrefOf, isElement } from './page-elements.ts';
import { selectedRanges, trimmed, wordEnd } from './selection-ends.ts';

function holds(node: Node, inner: Node): boolean {
  const { host } = inner.getRootNode() as Partial<ShadowRoot>;
  return node.contains(inner) || (host !== undefined && holds(node, host));
}

/** Selected by key, or dragged over all of it. What shadow roots show is in neither text. */
const isAll = (selection: Selection) =>
  // biome-ignore lint/performance/useDomNodeTextContent: -- what is laid out is what can be selected
  String(selection).length >= document.body.innerText.length * 0.9;

const lineOf = (heading: Element) => wordsOf(heading).replace(/\s+/g, ' ').trim();

export class SelectedParts {
  /** All that is read: what was chosen, and its context. */
  readonly parts: Range[] = [];
  /** What was meant itself. */
  readonly #chosen: Range[] = [];
  /** Headings over a group of which not everybody was chosen: they name nobody's title, but perhaps an employer. */
  readonly above: string[] = [];

  /** True where all of the page is selected. */
  chooseSelection(): boolean {
    const selection = getSelection();
    if (selection === null) return false;
    const { ranges, isInShadow } = selectedRanges(selection);
    if (ranges.length > 0 && !isInShadow && isAll(selection)) return true;
    for (const range of ranges) this.#chosen.push(this.#choose(trimmed(range)));
    return false;
  }

  chooseLink(linkUrl: string | null): void {
    const links = [...document.querySelectorAll('a, area')];
    const link = links.find((one) => hrefOf(one) === linkUrl || (one as HTMLAnchorElement).href === linkUrl);
    if (link === undefined) return;
    const range = around(link);
    this.#choose(range);
    this.#chosen.push(range);
  }

  /** Takes the rest of the row or card, and what names it from elsewhere. */
  #choose({ startContainer, endContainer, startOffset, endOffset }: Range): Range {
    const first = startContainer.childNodes[startOffset] ?? startContainer;
    const last = endContainer.childNodes[endOffset - 1] ?? endContainer;
    const [start, end] = [cardOf(first), cardOf(last)];
    const own = new Set([...mailboxesIn(start), ...mailboxesIn(end)]);
    const isNameless = own.size === 0;
    const link = isNameless ? (linkCalledAs(start) ?? linkCalledAs(end)) : null;
    const until = isNameless && link === null && start === end && isElement(end) ? untilAddress(end) : end;
    const whole = document.createRange();
    if (start === startContainer && start.nodeType === 3)
      whole.setStart(start, wordEnd(start.nodeValue ?? '', startOffset, -1));
    else whole.setStartBefore(start);
    if (until === endContainer && until.nodeType === 3)
      whole.setEnd(until, wordEnd(until.nodeValue ?? '', endOffset, 1));
    else whole.setEndAfter(until);
    const all = until === end ? own : mailboxesIn(until);
    const headings = this.#headingsOver(start, whole, all);
    const isHeading = isElement(start) && start.matches(HEADINGS);
    const head = isHeading ? null : headingAbove(start);
    if (head !== null && (isHeadless(start) || headings.includes(head))) whole.setStartBefore(head);
    const context = [...headings, headerOf(first), link].filter((one) => one !== null);
    this.parts.push(...context.map(around), whole);
    return whole;
  }

  /** The headings that are about those who were chosen; the others are put aside. */
  #headingsOver(start: Node, chosen: Range, own: ReadonlySet<string>): Element[] {
    const { true: about = [], false: others = [] } = Object.groupBy(headingsOf(start), (heading) =>
      isAbout(heading, chosen, own) ? 'true' : 'false',
    );
    this.above.push(...others.map(lineOf).reverse());
    return about;
  }

  isChosen(node: Node): boolean {
    return this.#chosen.some((range) => range.intersectsNode(node));
  }

  isKept(node: Node): boolean {
    return this.parts.some((part) => part.intersectsNode(node) || holds(node, part.startContainer));
  }

  /** Whether all that a shadow root shows is meant, since its host is. */
  isWholeShadow(shadow: ShadowRoot, host: Element): boolean {
    if (this.parts.some((part) => part.startContainer.getRootNode() === shadow)) return false;
    return this.parts.some((part) => part.intersectsNode(host));
  }

  /** The piece of a text node within what is kept. */
  keptText(node: Node): string {
    const all = node.nodeValue ?? '';
    const part = this.parts.find((one) => one.intersectsNode(node));
    if (part === undefined) return '';
    const end = part.endContainer === node ? part.endOffset : all.length;
    return all.slice(part.startContainer === node ? part.startOffset : 0, end);
  }
}
