/**
 * Type checks for elements of a page and of its frames, which have other classes than this window; and the addresses
 * that links write to and words spell.
 */

import { joinedAddress } from '../../capture/lines/split-address.ts';

export const isElement = (node: Node): node is Element => node.nodeType === 1;
export const styleOf = (element: Element, place?: '::before' | '::after') =>
  element.ownerDocument === document
    ? getComputedStyle(element, place)
    : (element.ownerDocument.defaultView ?? window).getComputedStyle(element, place);

const decoded = (raw: string) => {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
};

const uncovered = (hex: string) => {
  const [key = 0, ...bytes] = (hex.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte ^ key));
};

/** Behind another link, or the name of a site, in a bar of links: "Elm Town  Home  Documents". */
export const isInBar = ({ previousSibling, previousElementSibling, nextSibling }: Element) =>
  previousElementSibling !== null &&
  previousSibling?.nodeValue?.trim() === '' &&
  [previousElementSibling.previousSibling, nextSibling].every(
    (node) => node === null || isElement(node) || node.nodeValue?.trim() === '',
  );

export const hrefOf = (element: Element) =>
  (element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '').trim();
/** The `mailto:` link that an element is, or stands for; `''` where it writes to nobody. */
export const mailLinkOf = (element: Element): string => {
  const href = hrefOf(element);
  if (/^mailto:/i.test(href)) return href;
  // A button: "location.href='mailto:ann@…'"
  const [, pressed] = /['"](mailto:[^'"]+)['"]/i.exec(element.getAttribute('onclick') ?? '') ?? [];
  if (pressed !== undefined) return pressed;
  const hex = element.getAttribute('data-cfemail') ?? /\/email-protection#([0-9a-f]+)/i.exec(href)?.[1] ?? '';
  const plain =
    hex === ''
      ? (element.getAttribute('email') ?? element.getAttribute('data-hovercard-id') ?? joinedAddress(element))
      : uncovered(hex);
  return /^[^@\s]+@[^@\s]+$/.test(plain ?? '') ? `mailto:${plain}` : '';
};

export const addressesOf = (mailLink: string): string[] => {
  if (/^mailto:[\w.+-]+@[\w.-]+$/i.test(mailLink)) return [mailLink.slice('mailto:'.length)];
  const [to = '', query = ''] = mailLink.slice('mailto:'.length).split(/\?(.*)/s, 2);
  const others = [...query.matchAll(/(?:^|&)(?:to|cc|bcc)=([^&]*)/gi)].map((match) => match[1] ?? '');
  return [to, ...others]
    .flatMap((list) => decoded(list).split(/[,;]/))
    .map((one) => (/<([^>]*)>/.exec(one)?.[1] ?? one).trim())
    .filter((one) => /^[^@\s<>]+@[^@\s<>]+$/.test(one));
};

const SPELLED_SIGN = /\s*[[({]\s*(?:at|arobas|arobase|@)\s*[\])}]\s*|\s+(?:at|arobas|arobase)\s+/i;
const SPELLED_DOT = /\s*[[({]\s*(?:dot|point)\s*[\])}]\s*|\s+(?:dot|point)\s+/gi;
export const ONE_ADDRESS = /^[\w.+%'-]+@(?:[\w-]+\.)+[a-z]{2,}$/i;

const MAX_ADDRESS_CHARS = 320;

/** Whether it remains of the other without pieces that were put in. */
const isWithin = (inner: string, outer: string) => {
  let at = 0;
  for (const char of outer) if (char === inner[at]) at += 1;
  return at === inner.length;
};

/**
 * Whether a link's words are an address that has nothing to do with those it writes to: an archive's link that answers to
 * the list, or one copied from the card above. The reader sees the words. Words spelled against robots are related.
 */
export const isOtherAddress = (words: string, addresses: readonly string[]): boolean => {
  if (words.length > MAX_ADDRESS_CHARS) return false;
  const shown = words.trim().replace(SPELLED_SIGN, '@').replace(SPELLED_DOT, '.').toLowerCase();
  if (!ONE_ADDRESS.test(shown)) return false;
  const mailbox = shown.replace(/@.*/, '@');
  return addresses
    .map((one) => one.toLowerCase())
    .every((one) => !one.startsWith(mailbox) && !isWithin(one, shown) && !isWithin(shown, one));
};
