/** The headings that a place stands under, and whether they are about the person there or about a group. */
import { hasOthers } from './mailboxes-in-part.ts';
import { isElement } from './page-elements.ts';

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
      if (heading === undefined || levelOf(heading) >= level || (heading !== before && hasOthers(before)))
        continue;
      level = levelOf(heading);
      found.push(heading);
    }
  }
  return found;
};

/** The entries of a list are made alike. */
export const kindOf = (node: Node) =>
  `${node.nodeName} ${isElement(node) ? (node.getAttribute('class') ?? '').trim().split(/\s+/)[0] : ''}`;

/**
 * Whether a heading speaks of those who were chosen alone: "Ann Bell" and "Treasurer" do, "Mayor and Council" over the
 * cards of all its members does not. Others are looked for in what is made like the parts that were chosen: the foot of
 * a page has an address too.
 */
export const isAbout = (heading: Element, chosen: Range, own: ReadonlySet<string>): boolean => {
  let before: Element = heading;
  while (before.parentElement !== null && !chosen.intersectsNode(before.parentElement))
    before = before.parentElement;
  const under: Node[] = [];
  for (let next = before.nextSibling; next !== null; next = next.nextSibling) {
    if (isElement(next) && next.matches(HEADINGS) && levelOf(next) <= levelOf(heading)) break;
    if (isElement(next) || next.nodeType === 3) under.push(next);
  }
  const kinds = new Set(under.filter((one) => chosen.intersectsNode(one)).map(kindOf));
  return !under.some((one) => kinds.has(kindOf(one)) && hasOthers(one, own));
};
