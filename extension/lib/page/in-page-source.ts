/**
 * Runs inside a page, in the extension's isolated world: takes the selection, a link or the page as text and markup. The
 * browser sends its source text, so it must stand alone: no import, no name from outside.
 */

export interface SourceRequest {
  from: 'selection' | 'link' | 'page';
  /** The link that was clicked; null when it was not one. */
  linkUrl: string | null;
  maxTextChars: number;
  maxHtmlChars: number;
}

export interface FoundSource {
  text: string;
  html: string | null;
  url: string;
  title: string;
  /** Whether the person is at work in this very frame, and not in one inside it. */
  isInFront: boolean;
}

export function findSourceInPage({ from, linkUrl, maxTextChars, maxHtmlChars }: SourceRequest): FoundSource {
  const isInFront = document.hasFocus() && document.activeElement?.tagName !== 'IFRAME';
  const whole = { url: location.href, title: document.title, isInFront };
  const capped = (text: string, html: string | null): FoundSource => ({
    ...whole,
    text: text.slice(0, maxTextChars),
    html: html === null ? null : html.slice(0, maxHtmlChars),
  });

  // A copy made in a document without a window loads no picture again and runs no handler again.
  const inert = document.implementation.createHTMLDocument('');
  const copyOf = (range: Range): Node => {
    const { commonAncestorContainer: root } = range;
    if (root instanceof Document) return inert.importNode(root.documentElement, true);
    const copy = inert.importNode(root, true);
    const sameIn = (node: Node): Node => {
      if (node === root || node.parentNode === null) return copy;
      return (
        sameIn(node.parentNode).childNodes[[...node.parentNode.childNodes].indexOf(node as ChildNode)] ?? copy
      );
    };
    const part = inert.createRange();
    part.setStart(sameIn(range.startContainer), range.startOffset);
    part.setEnd(sameIn(range.endContainer), range.endOffset);
    return part.cloneContents();
  };

  const readSelection = () => {
    const selection = getSelection();
    if (selection === null || selection.rangeCount === 0) return capped('', null);
    const holder = inert.createElement('div');
    for (let index = 0; index < selection.rangeCount; index += 1) {
      const range = selection.getRangeAt(index);
      const { commonAncestorContainer: node } = range;
      const link = (node instanceof Element ? node : node.parentElement)?.closest('a[href]');
      // A selection within a link does not hold the link itself, which has the address.
      const place = link == null ? holder : holder.appendChild(inert.importNode(link, false));
      place.appendChild(copyOf(range));
    }
    return capped(selection.toString(), holder.innerHTML);
  };
  const readLink = () => {
    const links = [...document.querySelectorAll('a[href]')];
    const link = links.find((element) => element instanceof HTMLAnchorElement && element.href === linkUrl);
    return capped(link?.textContent ?? '', link?.outerHTML ?? null);
  };
  const readPage = () => {
    const linked = [...document.querySelectorAll('head script[type="application/ld+json"]')];
    const data = linked.map((script) => script.outerHTML).join('');
    // biome-ignore lint/performance/useDomNodeTextContent: -- what is laid out, with its line breaks, is what a person sees
    return capped(document.body?.innerText ?? '', data + (document.body?.innerHTML ?? ''));
  };

  if (from === 'selection') return readSelection();
  return from === 'link' ? readLink() : readPage();
}
