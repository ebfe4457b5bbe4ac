/** Finds what belongs together on a page: the row or card of one person, the header of a table, the headings above. */
import { SPLIT_ADDRESS } from '../../capture/lines/split-address.ts';
import { addressesOf, isElement, isOtherAddress, mailLinkOf } from './page-elements.ts';

const SPELLED = /[[(]\s?(?:at|arobase)\s?[\])]| arobase |@/gi;
/** Addresses in an element, seen or not: each once, those that are spelled by their sign alone. */
export const mailboxesIn = (element: Element): ReadonlySet<string> => {
  const words = (element.textContent ?? '').match(/[^\s<>,;:()]*@[^\s<>,;:()]+/g) ?? [];
  const links = [
    ...element.querySelectorAll(`a[href], [data-cfemail], [email], ${SPLIT_ADDRESS}`),
    element,
  ].flatMap((link) => {
    const addresses = addressesOf(mailLinkOf(link));
    return isOtherAddress(link.textContent ?? '', addresses) ? [] : addresses;
  });
  const found = new Set([...words, ...links].map((one) => one.toLowerCase()));
  if (found.size === 0)
    for (const match of (element.textContent ?? '').matchAll(SPELLED)) found.add(`${match.index}`);
  return found;
};

const MAX_CARD_CHARS = 700;
/** The row or card that a place is in: the largest part around it that speaks of one person. */
export const cardOf = (node: Node): Node => {
  let card = node;
  for (let at: Element | null = node.parentElement; at !== null; at = at.parentElement) {
    if (/^(?:body|html|main|table|tbody)$/.test(at.localName)) break;
    if ((at.textContent ?? '').length > MAX_CARD_CHARS || mailboxesIn(at).size > 1) break;
    card = at;
  }
  return card;
};

export const around = (node: Node) => {
  const range = document.createRange();
  range.selectNode(node);
  return range;
};

/** The row above that names the columns. */
export const headerOf = (node: Node): Element | null => {
  const table = node.parentElement?.closest('table, [role="table"], [role="grid"], [role="treegrid"]');
  const header = table?.querySelector('thead tr, tr, [role="row"]') ?? null;
  return header !== null && mailboxesIn(header).size === 0 && !header.contains(node) ? header : null;
};

export const HEADINGS = 'h1, h2, h3, h4, h5, h6, caption, legend, [role="heading"]';
const levelOf = (heading: Element) => Number(/^h([1-6])$/.exec(heading.localName)?.[1] ?? 6);
/** The headings that a place stands under, each of a higher level than the one below it. */
export const headingsOf = (node: Node): Element[] => {
  const found: Element[] = [];
  const first = isElement(node) ? (node.matches(HEADINGS) ? node : node.querySelector(HEADINGS)) : null;
  const isFirst =
    first !== null &&
    (first.textContent ?? '').trim() !== '' &&
    (node.textContent ?? '').trim().startsWith((first.textContent ?? '').trim());
  let level = isFirst ? levelOf(first) : 7;
  for (let at: Node | null = node; at !== null && at.nodeType !== 9; at = at.parentNode) {
    let looked = 0;
    for (let before = at.previousSibling; before !== null && looked < 500; before = before.previousSibling) {
      if (!isElement(before)) continue;
      looked += 1;
      const heading = before.matches(HEADINGS) ? before : [...before.querySelectorAll(HEADINGS)].at(-1);
      // That of somebody else's card is not above this one.
      if (
        heading === undefined ||
        levelOf(heading) >= level ||
        (heading !== before && mailboxesIn(before).size > 0)
      )
        continue;
      level = levelOf(heading);
      found.push(heading);
    }
  }
  return found;
};

/** Blocks that follow, up to the first address: a name without a card of its own has it further down. */
export const untilAddress = (node: Node): Node => {
  let last = node;
  let looked = 0;
  for (let next = node.nextSibling; next !== null && looked < 8; next = next.nextSibling) {
    if (!isElement(next)) continue;
    looked += 1;
    if (next.matches(`${HEADINGS}, hr`)) return node;
    last = next;
    const count = mailboxesIn(next).size;
    if (count > 0) return count === 1 ? last : node;
  }
  return node;
};

/** The heading just above and what stands between, where that names nobody else: a card without a box of its own. */
export const fromHeading = (node: Node): Node => {
  let looked = 0;
  for (let before = node.previousSibling; before !== null && looked < 8; before = before.previousSibling) {
    if (!isElement(before)) continue;
    looked += 1;
    if (mailboxesIn(before).size > 0) return node;
    if (before.matches(HEADINGS)) return before;
  }
  return node;
};
