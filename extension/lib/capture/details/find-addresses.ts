/** Finds e-mail addresses only, fast: for the people on the current page. */
import { cleanText } from '../text/clean-text.ts';
import { revealAddresses } from '../text/obfuscation.ts';
import { findEmails } from './email-addresses.ts';
import { isMailto, parseMailto } from './mailto.ts';

/** Limits the work on pages that repeat the same addresses many times. */
const MAX_MENTIONS = 20_000;

/** The addresses of a page's text and links, lower-cased, each once, links first; at most `limit`. */
export function findAddresses(text: string, hrefs: readonly string[], limit = 500): string[] {
  const found = new Set<string>();
  for (const href of hrefs) {
    if (found.size >= limit) break;
    if (isMailto(href)) for (const { email } of parseMailto(href)) found.add(email.toLowerCase());
  }
  for (const { email } of findEmails(revealAddresses(cleanText(text)), MAX_MENTIONS)) {
    if (found.size >= limit) break;
    found.add(email);
  }
  return [...found].slice(0, limit);
}
