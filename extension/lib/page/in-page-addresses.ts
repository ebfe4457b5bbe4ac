/**
 * The one reader of pages: walks what a reader of the page can see, and gives the addresses with all that stands around
 * them, as plain text and as plain markup: blocks that end where layout ends them, tables, headings, links, and the marks
 * of people. It runs inside the page, in the extension's isolated world. The browser sends only the function's own source
 * text, so each build puts all that this file imports into it (scripts/extension/stand-alone.ts).
 */
import { PageWalk } from './in-page/page-walk.ts';
import type { PageReading, ReadingRequest } from './in-page/reading.ts';
import { SelectedParts } from './in-page/selected-parts.ts';
import { selectedInField } from './in-page/selection-ends.ts';
import { siteNameMarkup } from './in-page/site-name.ts';

/** Lets the page go on. A timer would wait for a second where the page is not in front. */
async function rest(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  port1.close();
}

/** A frame that the page around it can read is read there, in its place. */
function isReadOutside(): boolean {
  try {
    return window.frameElement !== null;
  } catch {
    return false;
  }
}

function isPdf(): boolean {
  const isViewer = document.querySelector('body > embed[type="application/pdf"]') !== null;
  return document.contentType === 'application/pdf' || isViewer;
}

function isDrawn(): boolean {
  return [...document.querySelectorAll('canvas')].some((canvas) => {
    const { width, height } = canvas.getBoundingClientRect();
    return width * height > innerWidth * innerHeight * 0.25;
  });
}

/** Linear in the length of the page. */
export async function findAddressesInPage(request: ReadingRequest): Promise<PageReading> {
  const { from = 'page', linkUrl = null, maxChars, maxMs, stretchMs } = request;
  const endAt = performance.now() + maxMs;
  let restAt = performance.now() + stretchMs;
  const parts = new SelectedParts();
  const inField = from === 'selection' ? selectedInField() : { selected: '', text: '' };
  const isAll = from === 'selection' && inField.selected === '' && parts.chooseSelection();
  if (from === 'link') parts.chooseLink(linkUrl);
  const isWhole = from === 'page' || isAll;
  const isNone =
    document.body === null || (from === 'page' ? isReadOutside() : !isAll && parts.parts.length === 0);
  const walk = isNone ? null : new PageWalk(isWhole, parts);
  let isSpent = performance.now() > endAt;
  for (let step = 1; walk !== null && !walk.isOver && !isSpent; step += 1) {
    walk.step();
    // A clock takes time too.
    if (step % 32 !== 0) continue;
    isSpent = walk.page.chars > maxChars || performance.now() > endAt;
    if (performance.now() <= restAt) continue;
    await rest();
    restAt = performance.now() + stretchMs;
  }
  const { text = [], html = [], open = [], selected = [] } = walk?.page ?? {};
  return {
    url: location.href,
    title: document.title,
    text: inField.text || text.join(''),
    // Behind the rest: what stands first would be parsed into the head.
    html: html.join('') + (isWhole ? siteNameMarkup() : ''),
    open: inField.text || open.join(''),
    selected: isWhole ? '' : inField.selected || selected.join(''),
    above: parts.above.join('\n'),
    own: [...(walk?.own ?? [])],
    isDrawn: isDrawn(),
    isPdf: isPdf(),
    isInFront: document.hasFocus() && document.activeElement?.tagName !== 'IFRAME',
    complete: (walk?.isOver ?? true) && document.readyState !== 'loading',
  };
}
