/**
 * Walks a parsed document and returns its visible lines. It takes the document from the caller (`DOMParser` in the
 * popup), reads text only, and loads or runs nothing.
 */
import { wordsOfIcon, wordsOfPicture } from '../text/pictures.ts';
import { cloakedAddress, isCloak } from './cloaked-address.ts';
import type { Line } from './line.ts';
import { LineCollector } from './line-collector.ts';
import { isAddressElement } from './links.ts';

export interface WalkedPage {
  lines: Line[];
  /** Contents of `application/ld+json` blocks. */
  jsonLd: string[];
  /** What the page calls the site for those who share it. */
  siteNames: string[];
  /** Addresses that links name, whether or not the text shows them. */
  linked: ReadonlySet<string>;
  /** Some of the page was left unread: it is too long, or shows more people than are read. */
  isCut: boolean;
}

const SKIPPED = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD SVG OBJECT IFRAME SELECT TEXTAREA CANVAS VIDEO AUDIO'.split(' '),
);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
/** The limit of nodes visited: bounds the work on pages that are nearly all tags. */
const MAX_STEPS = 150_000;
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 1000));
}

/** A part of a line that its style puts on lines of its own. */
function isSetApart(element: Element, tag: string): boolean {
  const style = tag === 'SPAN' ? element.getAttribute('style') : null;
  return style !== null && /display\s*:\s*(?:block|flex|grid|table|list-item)/i.test(style.slice(0, 1000));
}

const MAX_TURNED = 200;

/** A reader sees the letters from the last to the first: some addresses are written so. */
function isTurned(element: Element): boolean {
  const style = element.getAttribute('style')?.slice(0, 1000) ?? '';
  return /unicode-bidi\s*:\s*bidi-override/i.test(style) && /direction\s*:\s*rtl/i.test(style);
}

const spanOf = (element: Element, attribute: string): number => Number(element.getAttribute(attribute)) || 1;

function enter(element: Element, tag: string, collector: LineCollector): void {
  const icon = wordsOfIcon(element);
  if (icon !== '') collector.write(icon);
  if (tag === 'BR') collector.lineBreak();
  else if (tag === 'IMG')
    collector.write(
      wordsOfPicture(element.getAttribute('alt') || element.getAttribute('title') || '', element),
    );
  else if (tag === 'A') collector.enterLink();
  else if (BLOCKS.has(tag) || isSetApart(element, tag))
    collector.enterBlock(tag, spanOf(element, 'rowspan'), spanOf(element, 'colspan'));
  else if (isAddressElement(element, tag)) collector.enterLink();
}

function leave(element: Element, tag: string, collector: LineCollector): void {
  if (tag === 'A' || isAddressElement(element, tag)) collector.leaveLink(element);
  else if (BLOCKS.has(tag) || isSetApart(element, tag)) collector.leaveBlock(tag);
}

/** Classes of the parts of a name, which stay together. */
const NAME_PART = /name|nom|given|family|first|last|prefix|honorific/i;
/** What a style sheet may set apart where two of different kinds stand beside each other. */
const PHRASES = new Map([
  ['A', 'link'],
  ['B', 'bold'],
  ['STRONG', 'bold'],
  ['I', 'slanted'],
  ['EM', 'slanted'],
  ['SMALL', 'slanted'],
  ['SPAN', 'span'],
]);
const isLabel = (node: Node | null): boolean => node !== null && /^label$/i.test(node.nodeName);
const tagOf = (node: Node): string => (node as Element).tagName.toUpperCase();
const classOf = (element: Element): string => element.getAttribute('class')?.trim() ?? '';

/**
 * A style sheet may set an element apart from the one before: where the two touch (1), or with a blank between them where
 * each has a class of its own (2). 0 where nothing says so; the element around it may then still be set apart.
 */
function seamBefore(element: Element): number {
  const before = element.previousSibling;
  if (before?.nodeType === ELEMENT_NODE) return 1;
  const other = before?.nodeValue?.trim() === '' ? before.previousSibling : null;
  if (other?.nodeType !== ELEMENT_NODE) return 0;
  // "<strong>Ann Roe</strong> <em>Director</em>", "<a>Ann Roe</a> <span>Chair</span>"
  const [kind, kindBefore] = [PHRASES.get(tagOf(element)), PHRASES.get(tagOf(other))];
  if (kind && kindBefore && kind !== kindBefore) return 2;
  const [own, others] = [classOf(element), classOf(other as Element)];
  const isOneName = NAME_PART.test(own) && NAME_PART.test(others);
  return own !== '' && others !== '' && own !== others && !isOneName ? 2 : 0;
}

interface Level {
  element: Element | null;
  tag: string;
  children: readonly Node[];
  next: number;
}

const NAMES_SITE = /^(?:og:site_name|application-name)$/;
const isJsonLd = (element: Element): boolean =>
  /^application\/ld\+json/i.test(element.getAttribute('type') ?? '');

/** Visible lines, JSON-LD and linked addresses under `root`; goes without recursion, since pages may nest without end. */
export function walkPage(root: Node): WalkedPage {
  const collector = new LineCollector();
  const jsonLd: string[] = [];
  const siteNames: string[] = [];
  const levels: Level[] = [{ element: null, tag: '', children: [...root.childNodes], next: 0 }];
  let visited = 0;
  for (let level = levels.at(-1); level && !collector.isFull(); level = levels.at(-1)) {
    visited += 1;
    if (visited > MAX_STEPS) break;
    const node = level.children[level.next];
    level.next += 1;
    if (!node) {
      if (level.element) leave(level.element, level.tag, collector);
      levels.pop();
    } else if (node.nodeType === TEXT_NODE) {
      // "<label>Prénom</label>Pascale": a style sheet sets them apart.
      if (isLabel(node.previousSibling)) collector.seam(1);
      collector.write(node.nodeValue ?? '');
    } else if (node.nodeType === ELEMENT_NODE) {
      const [element, tag] = [node as Element, tagOf(node)];
      if (tag === 'SCRIPT' && isJsonLd(element)) jsonLd.push(element.textContent ?? '');
      if (tag === 'SCRIPT') collector.write(cloakedAddress(element.textContent ?? ''));
      if (
        tag === 'META' &&
        NAMES_SITE.test(element.getAttribute('property') ?? element.getAttribute('name') ?? '')
      )
        siteNames.push(element.getAttribute('content') ?? '');
      if (tag === 'SVG') collector.write(wordsOfPicture(element.getAttribute('aria-label') ?? '', element));
      if (SKIPPED.has(tag) || isHidden(element) || isCloak(element)) continue;
      if (isTurned(element)) {
        collector.write([...(element.textContent ?? '').slice(0, MAX_TURNED)].reverse().join(''));
        continue;
      }
      const distance = seamBefore(element);
      if (distance > 0) collector.seam(distance);
      enter(element, tag, collector);
      levels.push({ element, tag, children: [...element.childNodes], next: 0 });
    }
  }
  collector.flush(0);
  return { lines: collector.lines, jsonLd, siteNames, linked: collector.linked, isCut: collector.isFull() };
}

/** Markup of a bare table row loses its cells when parsed alone; a table is put around it. */
export function completeMarkup(html: string): string {
  const start = html
    .slice(0, 2000)
    .replace(/<!--[\s\S]*?-->|<(?:meta|html|body)[^>]*>/gi, '')
    .trimStart();
  if (/^<t(?:r|body|head|foot)\b/i.test(start)) return `<table>${html}</table>`;
  return /^<t[dh]\b/i.test(start) ? `<table><tr>${html}</tr></table>` : html;
}
