/** Reads a link on a page: addresses, a phone number, a web site. */

import { findEmails } from '../details/email-addresses.ts';
import { isMailto, parseMailto } from '../details/mailto.ts';
import { cleanText } from '../text/clean-text.ts';
import { revealAddresses } from '../text/obfuscation.ts';
import { MAX_LINE_CHARACTERS } from './line.ts';

export interface LinkReading {
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

/** @param text what the link shows */
export function readLink(element: Element, text: string): LinkReading {
  const href = (element.getAttribute('href') ?? '').trim();
  const hex = element.getAttribute('data-cfemail') ?? /\/email-protection#([0-9a-f]+)/i.exec(href)?.[1] ?? '';
  const hidden = decodeProtected(hex);
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
  const isAddress = findEmails(shown).length > 0 || shown.search(PROTECTED) >= 0;
  const words = isAddress
    ? shown
        .replace(/\S*@\S*/g, '')
        .replace(PROTECTED, '')
        .trim()
    : shown;
  // "Mayor <a>write</a>": what a link asks for goes on with no name and no title.
  return `${/^\p{Ll}/u.test(words) ? '| ' : ''}${words} ${emails.map((email) => `<${email}>`).join(' ')} `;
}
