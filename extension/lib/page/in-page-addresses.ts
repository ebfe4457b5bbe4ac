/**
 * Runs inside a page, in the extension's isolated world: finds the e-mail addresses that a reader can see. The browser
 * sends its source text, so it must stand alone: no import, no name from outside.
 */

export interface AddressBudget {
  maxAddresses: number;
  maxChars: number;
  maxMs: number;
}

export interface FoundAddresses {
  url: string;
  title: string;
  addresses: string[];
  complete: boolean;
}

/** Linear in the length of the page: each `@` looks at most 64 characters back and 253 ahead. */
export function findAddressesInPage({ maxAddresses, maxChars, maxMs }: AddressBudget): FoundAddresses {
  const endAt = performance.now() + maxMs;
  const found = new Set<string>();
  const localPart = /^[\p{L}\p{N}._%+'’-]$/u;
  const domainPart = /^[\p{L}\p{N}.-]$/u;

  const addAround = (text: string, at: number) => {
    let start = at;
    while (start > 0 && at - start <= 64 && localPart.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at <= 253 && domainPart.test(text.charAt(end))) end += 1;
    const local = text.slice(start, at).replace(/^[.'’-]+/, '');
    const domain = text.slice(at + 1, end).replace(/[.-]+$/, '');
    const isWhole =
      local.length > 0 && local.length <= 64 && !local.endsWith('.') && local.length + domain.length < 254;
    if (isWhole && /^[^.]+(\.[^.]+)*\.\p{L}{2,}$/u.test(domain))
      found.add(`${local}@${domain}`.toLowerCase());
  };
  const addAll = (text: string) => {
    for (let at = text.indexOf('@'); at !== -1 && found.size < maxAddresses; at = text.indexOf('@', at + 1)) {
      addAround(text, at);
    }
  };
  const decoded = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  let chars = 0;
  const isSpent = () => found.size >= maxAddresses || chars > maxChars || performance.now() > endAt;
  for (const link of document.querySelectorAll('a[href^="mailto:" i]')) {
    if (isSpent()) break;
    addAll(decoded((link.getAttribute('href') ?? '').slice('mailto:'.length).split('?', 1)[0] ?? ''));
  }
  const unread = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA']);
  const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  while (!isSpent() && texts.nextNode() !== null) {
    const text = texts.currentNode.nodeValue ?? '';
    chars += text.length;
    if (text.includes('@') && !unread.has(texts.currentNode.parentNode?.nodeName ?? '')) {
      addAll(text.slice(0, maxChars));
    }
  }
  const complete = !isSpent() && document.readyState !== 'loading';
  return { url: location.href, title: document.title, addresses: [...found], complete };
}
