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

/** Linear in the length of the page: a block is laid out once, and each `@` looks at most 64 characters back and 253 ahead. */
export async function findAddressesInPage(budget: AddressBudget): Promise<FoundAddresses> {
  const { maxAddresses, maxPassages, maxChars, maxMs, stretchMs } = budget;
  const endAt = performance.now() + maxMs;
  let restAt = performance.now() + stretchMs;
  let chars = 0;
  const found = new Set<string>();
  const passages = new Set<string>();
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

  // What a reader can see.
  const INLINE = /^(?:|inline|contents|ruby.*)$/;
  const BLOCKS = new Set(
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
      ' ',
    ),
  );
  const UNREAD = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'TITLE', 'IFRAME', 'OBJECT']);
  const shown = new Map<Element, boolean>();
  /** The hidden part of an accordion or of tabs: the page's own content, only not open. */
  const isPanel = (element: Element) => {
    if (element.matches('[role="tabpanel"], [hidden="until-found"]')) return true;
    const name = element.id === '' ? null : CSS.escape(element.id);
    return (
      name !== null &&
      document.querySelector(
        `[aria-controls~="${name}"], [data-bs-target="#${name}"], [data-target="#${name}"]`,
      ) !== null
    );
  };
  /** Nothing of it is painted: no size, cut away, moved off the page, or in no colour. */
  const isPaintedAway = (element: Element, style: CSSStyleDeclaration) => {
    if (Number.parseFloat(style.fontSize) < 2) return true;
    // Text filled with a gradient has no colour of its own.
    if (/^rgba\(.*, 0\)$|^transparent$/.test(style.color) && !/text/.test(style.backgroundClip)) return true;
    if (Number.parseFloat(style.textIndent) < -500) return true;
    const isClipped = style.clip !== '' && style.clip !== 'auto' && style.position === 'absolute';
    if (isClipped && /rect\((?:0|1)px,? (?:0|1)px,? (?:0|1)px,? (?:0|1)px\)/.test(style.clip)) return true;
    if (/inset\((?:50|100)%|circle\(0/.test(style.clipPath)) return true;
    const box = element.getBoundingClientRect();
    const isCut = /hidden|clip/.test(style.overflow) && style.display !== 'inline';
    if (isCut && (box.width <= 1 || box.height <= 1) && box.width + box.height > 0) return true;
    if (
      isCut &&
      style.display !== 'contents' &&
      box.width + box.height === 0 &&
      element.childNodes.length > 0
    )
      return true;
    if (box.width + box.height === 0) return false;
    return box.right + scrollX < 0 || box.bottom + scrollY < 0;
  };
  const isShown = (element: Element): boolean => {
    const known = shown.get(element);
    if (known !== undefined) return known;
    const style = getComputedStyle(element);
    const parent = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
    const hidesItself = style.display === 'none' || Number.parseFloat(style.opacity) < 0.1;
    // Within a closed `<details>` or panel nothing has a box to look at.
    const hasBox = element.checkVisibility?.() ?? true;
    const isOwn = hidesItself ? isPanel(element) : !hasBox || !isPaintedAway(element, style);
    const is = isOwn && (parent === null || isShown(parent));
    shown.set(element, is);
    return is;
  };
  const isBlock = (element: Element) => {
    if (BLOCKS.has(element.tagName)) return true;
    const { display, cssFloat, position } = getComputedStyle(element);
    if (!INLINE.test(display) || (cssFloat || 'none') !== 'none') return true;
    return position === 'absolute' || position === 'fixed';
  };
  const isTurned = (element: Element) => {
    const { unicodeBidi, direction } = getComputedStyle(element);
    return /override/.test(unicodeBidi ?? '') && direction === 'rtl';
  };
  /** `visibility`, unlike the rest, may be taken back further in; a closed panel is read all the same. */
  const isVisible = (element: Element) => {
    if (!/hidden|collapse/.test(getComputedStyle(element).visibility)) return true;
    const part = element.closest('[role="tabpanel"], [id]');
    return part !== null && isPanel(part);
  };
  /** The text directly in a block as it is read, line ends where layout has them. Blocks inside it are read by themselves. */
  const laidOut = (element: Element | Node): string => {
    const isSeen = !(element instanceof Element) || isVisible(element);
    const holder = element instanceof Element ? (element.shadowRoot ?? element) : element;
    const text = [...holder.childNodes].map((node) => {
      if (node.nodeType === Node.TEXT_NODE)
        return isSeen ? (node.nodeValue ?? '').replace(/[\n\r\t ]+/g, ' ') : '';
      if (!(node instanceof Element) || UNREAD.has(node.tagName)) return '';
      if (node.tagName === 'BR') return '\n';
      if (!isShown(node)) return '';
      return isBlock(node) ? '\n' : laidOut(node);
    });
    const read = text.join('');
    return element instanceof Element && isTurned(element) ? [...read].reverse().join('') : read;
  };
  const blockOf = (node: Node): Node => {
    let at = node;
    while (at.parentElement !== null) {
      at = at.parentElement;
      if (at instanceof Element && isBlock(at)) return at;
    }
    return at.parentNode ?? at;
  };

  // Which addresses a line holds.
  const localPart = /^[\p{L}\p{N}._%+'&-]$/u;
  const domainPart = /^[\p{L}\p{N}.-]$/u;
  /** Beside an address these leave open where it begins or ends: the extension's own grammar decides. */
  const DOUBTFUL = /^[\p{L}\p{N}{}’/|=&@]$/u;
  const spelledAt =
    /[[({<]\s{0,2}(?:at|arobase?|a commercial|à|a|chez|@)\s{0,2}[\])}>]| arobase? |_at_|-at-| at [^@]{1,60} dot |@/i;
  const addAround = (text: string, at: number) => {
    let start = at;
    while (start > 0 && at - start <= 64 && localPart.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at <= 253 && domainPart.test(text.charAt(end))) end += 1;
    if (DOUBTFUL.test(text.charAt(start - 1)) || DOUBTFUL.test(text.charAt(end))) return false;
    const local = text.slice(start, at).replace(/^[.'&-]+/, '');
    const domain = text.slice(at + 1, end).replace(/[.-]+$/, '');
    const isWhole =
      local.length > 0 && local.length <= 64 && !local.endsWith('.') && local.length + domain.length < 254;
    const isAddress = isWhole && /^[^.]+(\.[^.]+)*\.(?:\p{L}{2,}|xn--[a-z0-9-]+)$/u.test(domain);
    if (isAddress) found.add(`${local}@${domain}`.toLowerCase());
    return isAddress;
  };
  /** Whether each `@` was part of an address. */
  const addAll = (text: string) => {
    let isAll = true;
    for (let at = text.indexOf('@'); at !== -1 && found.size < maxAddresses; at = text.indexOf('@', at + 1))
      isAll = addAround(text, at) && isAll;
    return isAll;
  };
  const addLine = (line: string) => {
    const at = line.search(spelledAt);
    if (at === -1) return;
    const isPlain = line.includes('@') && addAll(line);
    if (isPlain || passages.size >= maxPassages) return;
    passages.add(line.slice(Math.max(0, at - 120), at + 120).trim());
  };

  // Links and attributes that hold an address.
  const decoded = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const uncovered = (hex: string) => {
    const bytes = (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
    return String.fromCharCode(...bytes.slice(1).map((byte) => byte ^ (bytes[0] ?? 0)));
  };
  /** Addresses that a link or an attribute of the element holds, as they are written there. */
  const writtenIn = (element: Element): string[] => {
    const href = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
    const covered = /\/cdn-cgi\/l\/email-protection#([0-9a-f]+)/i.exec(href)?.[1];
    const written = [element.getAttribute('data-cfemail') ?? '', covered ?? ''].map(uncovered);
    written.push(element.getAttribute('email') ?? '', element.getAttribute('data-hovercard-id') ?? '');
    if (/^\s*mailto:/i.test(href)) {
      const [to = '', query = ''] = href.replace(/^\s*mailto:/i, '').split('?', 2);
      const others = [...query.matchAll(/(?:^|&)(?:to|cc|bcc)=([^&]*)/gi)].map((match) => match[1] ?? '');
      written.push(...[to, ...others].map(decoded));
    }
    return written.filter((text) => text.includes('@'));
  };
  const addHeld = (element: Element) => {
    const written = writtenIn(element);
    const isField = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
    // What the page put there, or shows there; not what somebody is typing.
    const value = isField
      ? element.readOnly || element.disabled
        ? element.value
        : element.defaultValue
      : '';
    const lines = value.includes('@') ? value.slice(0, maxChars).split('\n') : [];
    if ((written.length === 0 && lines.length === 0) || !isShown(element)) return;
    for (const text of written) addAll(text);
    for (const line of lines) addLine(line);
  };
  const HOLDERS =
    'a, area, [data-cfemail], [email], [data-hovercard-id], textarea, input[type="email"], input[type="text"], input:not([type])';

  /** The document itself, and every open shadow root in it. */
  const roots: (Document | ShadowRoot)[] = [document];
  for (let at = 0; at < roots.length && !isSpent(); at += 1) {
    const root = roots[at] ?? document;
    for (const element of root.querySelectorAll(HOLDERS)) {
      if (isSpent()) break;
      if (performance.now() > restAt) await rest();
      addHeld(element);
    }
    const laid = new Set<Node>();
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (!isSpent() && nodes.nextNode() !== null) {
      if (performance.now() > restAt) await rest();
      const node = nodes.currentNode;
      if (node instanceof Element) {
        if (node.shadowRoot !== null) roots.push(node.shadowRoot);
        continue;
      }
      const text = node.nodeValue ?? '';
      chars += text.length;
      const parent = node.parentElement;
      if (!spelledAt.test(text) && !/^\s*(?:at|arobase)\s*$/i.test(text)) continue;
      if (UNREAD.has(parent?.tagName ?? '') || parent?.tagName === 'TEXTAREA') continue;
      const block = blockOf(node);
      if (laid.has(block)) continue;
      laid.add(block);
      const isRead = !(block instanceof Element) || isShown(block);
      const whole = isRead ? laidOut(block).slice(0, maxChars) : '';
      chars += whole.length;
      for (const line of whole.split('\n')) addLine(line);
    }
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
