/** Finds what belongs together on a page: the row or card of one person, and the header of a table. */
import { HEADINGS, kindOf } from './headings.ts';
import { hasOthers, MAIL_LINKS, mailboxesIn, wordsOf } from './mailboxes-in-part.ts';
import { addressesOf, isElement, mailLinkOf } from './page-elements.ts';

const MAX_CARD_CHARS = 700;
/** With the scripts in it, which nobody reads. */
const MAX_SOURCE_CHARS = 10 * MAX_CARD_CHARS;
/** Pages may nest without end. */
const MAX_LEVELS = 60;
/** "--" on a line of its own: who signs below it says nothing of those whom the message is about. */
const SIGNATURE_MARK = /\n\s*--\s*\n/;
const TABLES = 'table, [role="table"], [role="grid"], [role="treegrid"]';
const ROWS = 'tr, thead, tbody, tfoot, li, [role="row"], [role="rowgroup"]';

/** The row or card that a place is in: the largest part around it that speaks of one person. */
export const cardOf = (node: Node): Node => {
  let card = node;
  let level = 0;
  for (let at = node.parentElement; at !== null && level < MAX_LEVELS; at = at.parentElement) {
    level += 1;
    if (/^(?:body|html|main|table|tbody)$/.test(at.localName)) break;
    if ((at.textContent ?? '').length > MAX_SOURCE_CHARS) break;
    const words = wordsOf(at);
    if (words.length > MAX_CARD_CHARS) break;
    const { size } = mailboxesIn(at, words);
    if (size > 1 || (size === 0 && SIGNATURE_MARK.test(words))) break;
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
  const table = node.parentElement?.closest(TABLES);
  const header = table?.querySelector('thead tr, tr, [role="row"]') ?? null;
  return header !== null && !hasOthers(header) && !header.contains(node) ? header : null;
};

const LABEL = /^\W*(?:(?:votre |your )?(?:e-?mail|courriel|mail|adresse?)(?: address| électronique)?)?\W*$/i;
/** An address and nobody whose it is: that stands above. */
const isBare = (part: Node) => {
  const words = wordsOf(part);
  const isOne = mailboxesIn(part, words).size === 1;
  return isOne && LABEL.test(words.replace(/\S*@\S*/g, ''));
};

/** Two rows, items or cards in a row: each speaks for itself. */
const areEntries = (one: Element, next: Element) =>
  one.matches(ROWS) ||
  next.querySelector(HEADINGS) !== null ||
  (one.classList.length > 0 &&
    kindOf(one) === kindOf(next) &&
    Math.min(one.childElementCount, next.childElementCount) > 1);

/** Blocks that follow, up to the first address: a name without a card of its own has it further down. */
export const untilAddress = (node: Element): Element => {
  let looked = 0;
  for (let next = node.nextSibling; next !== null && looked < 8; next = next.nextSibling) {
    if (!isElement(next)) continue;
    looked += 1;
    if (next.matches(`${HEADINGS}, hr`)) return node;
    const count = mailboxesIn(next).size;
    // The next entry is about somebody else, unless it is the address alone.
    if (count > 0) return count === 1 && (!areEntries(node, next) || isBare(next)) ? next : node;
  }
  return node;
};

/** Longer is no name. */
const MAX_NAME_CHARS = 80;
const inOneLine = (words: string) => words.replace(/\s+/g, ' ').trim();
/** The link, elsewhere on the page, that is called as a card begins: the head of a message names so who signs it. */
export const linkCalledAs = (card: Node): Element | null => {
  const words = inOneLine(wordsOf(card));
  const isCalled = (link: Element) => {
    const name = inOneLine((link.textContent ?? '').slice(0, MAX_NAME_CHARS));
    const isName = name.includes(' ') && !name.includes('@');
    return isName && words.startsWith(name) && !/^\p{L}/u.test(words.slice(name.length));
  };
  const links = [...document.querySelectorAll(MAIL_LINKS)];
  return links.find((link) => addressesOf(mailLinkOf(link)).length === 1 && isCalled(link)) ?? null;
};

/** The heading just above and what stands between, where that names nobody else: a card without a box of its own. */
export const headingAbove = (node: Node): Element | null => {
  let looked = 0;
  for (let before = node.previousSibling; before !== null && looked < 8; before = before.previousSibling) {
    if (!isElement(before)) continue;
    looked += 1;
    if (hasOthers(before)) return null;
    if (before.matches(HEADINGS)) return before;
  }
  return null;
};

/** Without a heading of its own and a name beside its address: only what stands above says whose it is. */
export const isHeadless = (card: Node): boolean =>
  !(isElement(card) && card.querySelector(HEADINGS) !== null) &&
  (mailboxesIn(card).size === 0 || isBare(card));
