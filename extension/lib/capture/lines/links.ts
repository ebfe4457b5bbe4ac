/** Reads a link on a page: addresses, a phone number, a web site. */

import { findEmails } from '../details/email-addresses.ts';
import { isMailto, parseMailto } from '../details/mailto.ts';
import { cleanText } from '../text/clean-text.ts';
import { revealAddresses } from '../text/obfuscation.ts';
import { MAX_LINE_CHARACTERS } from './line.ts';
import { joinedAddress } from './split-address.ts';

export interface LinkReading {
  /** What stands instead of the text that the link shows. */
  name?: string;
  /** As written. */
  emails: string[];
  /** Only when the text of the link does not show it. */
  phone?: string;
  /** Only when the text of the link announces a site. */
  site?: string;
}

const PROTECTED = /\[email.protected\]/gi;
const SITE_TEXT = /^\s*(?:web ?site|site(?: web| internet)?|web|page web|home ?page|www\..*|https?:.*)\s*$/i;

/** Cloudflare writes "[email protected]" and keeps the address in an attribute, each byte combined with the first. */
function decodeProtected(hex: string): string {
  if (!/^(?:[0-9a-f]{2}){4,200}$/i.test(hex)) return '';
  const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  const key = bytes[0] ?? 0;
  return cleanText(String.fromCharCode(...bytes.slice(1).map((byte) => byte ^ key)));
}

/** Joomla writes both halves of an address as base64 until a script shows it. */
function decodeHalves(element: Element): string {
  const halves = ['first', 'last'].map((half) => element.getAttribute(half) ?? '');
  const isWritten = halves.every(
    (half) => /^[A-Za-z0-9+/]{1,200}={0,2}$/.test(half) && half.length % 4 === 0,
  );
  return isWritten ? cleanText(halves.map((half) => atob(half)).join('@')) : '';
}

/** Elements that carry an address as links do: those of Cloudflare, Joomla, Gmail, and with both halves apart. */
export const isAddressElement = (element: Element, tag: string): boolean =>
  element.hasAttribute('data-cfemail') ||
  element.hasAttribute('email') ||
  tag === 'JOOMLA-HIDDEN-MAIL' ||
  joinedAddress(element) !== '';

/** @param text what the link shows */
export function readLink(element: Element, text: string): LinkReading {
  const own = element.getAttribute('email') ?? decodeHalves(element);
  if (own)
    return {
      name: element.getAttribute('name') ?? '',
      emails: findEmails(own).map((found) => found.written),
    };
  const href = (element.getAttribute('href') ?? '').trim();
  const hex = element.getAttribute('data-cfemail') ?? /\/email-protection#([0-9a-f]+)/i.exec(href)?.[1] ?? '';
  const hidden = decodeProtected(hex) || cleanText(joinedAddress(element));
  if (hidden) return { emails: findEmails(hidden).map((found) => found.written) };
  if (isMailto(href)) return { emails: parseMailto(href).map((recipient) => recipient.email) };
  if (/^tel:/i.test(href) && !/\d{4}/.test(text)) return { emails: [], phone: cleanText(href.slice(4, 60)) };
  if (/^https?:/i.test(href) && text.length < 300 && SITE_TEXT.test(text))
    return { emails: [], site: href.slice(0, 300) };
  return { emails: [] };
}

/** The text of a mail link with its addresses in angle brackets behind it, or instead of the address that it shows. */
export function mailText(text: string, emails: readonly string[]): string {
  const shown = revealAddresses(cleanText(text)).trim().slice(0, MAX_LINE_CHARACTERS);
  const own = findEmails(shown);
  // Archives link the address of the list behind that of the sender.
  if (own.length > 0 && !own.some(({ email }) => emails.some((other) => other.toLowerCase() === email)))
    return shown;
  const isAddress = own.length > 0 || shown.search(PROTECTED) >= 0;
  const words = isAddress
    ? shown
        .replace(/\S*@\S*/g, '')
        .replace(PROTECTED, '')
        .trim()
    : shown;
  // "Mayor <a>write</a>": what a link asks for goes on with no name and no title.
  return `${/^\p{Ll}/u.test(words) ? '| ' : ''}${words} ${emails.map((email) => `<${email}>`).join(' ')} `;
}
