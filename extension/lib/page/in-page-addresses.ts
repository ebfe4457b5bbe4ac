/**
 * Runs inside a page, in the extension's isolated world: finds the e-mail addresses that a reader can see, and the short
 * passages that may spell one ("nom (arobase) domaine.ca", or in pieces), for the extension to read. The browser sends its
 * source text, so it must stand alone: no import, no name from outside.
 */

export interface AddressBudget {
  maxAddresses: number;
  maxPassages: number;
  maxChars: number;
  maxMs: number;
  /** The page itself goes on after each stretch of this length. */
  stretchMs: number;
}

export interface FoundAddresses {
  url: string;
  title: string;
  addresses: string[];
  /** Each some words long; absent where there are none. */
  passages?: string[] | undefined;
  complete: boolean;
}

/** Linear in the length of the page: each `@` looks at most 64 characters back and 253 ahead. */
export async function findAddressesInPage(budget: AddressBudget): Promise<FoundAddresses> {
  const { maxAddresses, maxPassages, maxChars, maxMs, stretchMs } = budget;
  const endAt = performance.now() + maxMs;
  let restAt = performance.now() + stretchMs;
  const found = new Set<string>();
  const passages = new Set<string>();
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
    const isAddress = isWhole && /^[^.]+(\.[^.]+)*\.\p{L}{2,}$/u.test(domain);
    if (isAddress) found.add(`${local}@${domain}`.toLowerCase());
    return isAddress;
  };
  /** Whether each `@` was part of an address. */
  const addAll = (text: string) => {
    let isAll = true;
    for (let at = text.indexOf('@'); at !== -1 && found.size < maxAddresses; at = text.indexOf('@', at + 1)) {
      isAll = addAround(text, at) && isAll;
    }
    return isAll;
  };
  const decoded = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  let chars = 0;
  const spelledAt =
    /[[({<]\s{0,2}(?:at|arobase?|a commercial|à|a|chez|@)\s{0,2}[\])}>]| arobase? |_at_|-at-| at [^@]{1,60} dot |@/i;
  /** The words around; of a piece that says nothing by itself those of what it is part of. */
  const addPassage = (text: string, node: Node) => {
    let whole = text;
    let around = node.parentElement;
    for (
      let level = 0;
      level < 3 && around !== null && whole.trim().length <= text.trim().length;
      level += 1
    ) {
      whole = around.textContent ?? '';
      chars += whole.length;
      around = around.parentElement;
    }
    const at = Math.max(0, whole.indexOf(text)) + text.search(spelledAt);
    passages.add(whole.slice(Math.max(0, at - 120), at + 120));
  };
  const isSpent = () => found.size >= maxAddresses || chars > maxChars || performance.now() > endAt;
  // A timer would wait for a second where the page is not in front.
  const rest = async () => {
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    port1.close();
    restAt = performance.now() + stretchMs;
  };
  for (const link of document.querySelectorAll('a[href^="mailto:" i]')) {
    if (isSpent()) break;
    if (performance.now() > restAt) await rest();
    addAll(decoded((link.getAttribute('href') ?? '').slice('mailto:'.length).split('?', 1)[0] ?? ''));
  }
  const unread = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA']);
  const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  while (!isSpent() && texts.nextNode() !== null) {
    if (performance.now() > restAt) await rest();
    const text = texts.currentNode.nodeValue ?? '';
    chars += text.length;
    if (!spelledAt.test(text) || unread.has(texts.currentNode.parentNode?.nodeName ?? '')) continue;
    const isPlain = text.includes('@') && addAll(text.slice(0, maxChars));
    if (!isPlain && passages.size < maxPassages) addPassage(text, texts.currentNode);
  }
  const complete = !isSpent() && document.readyState !== 'loading';
  return {
    url: location.href,
    title: document.title,
    addresses: [...found],
    ...(passages.size === 0 ? {} : { passages: [...passages] }),
    complete,
  };
}
