/** Reads `mailto:` links. @see RFC 6068 */

import { cleanValue } from '../text/clean-text.ts';
import { decodePercent } from '../text/percent.ts';
import { splitAddressList } from './address-list.ts';

export interface Recipient {
  /** As written in the link. */
  email: string;
  /** Display name written in the link; mostly empty. */
  name: string;
}

export const isMailto = (url: string): boolean => /^\s*mailto:/i.test(url);

/** The recipients (`to`, also as a parameter), never addresses in subject or body. */
export function parseMailto(url: string): Recipient[] {
  const [path = '', query = ''] = url
    .slice(0, 8000)
    .trim()
    .replace(/^mailto:(?:\/\/)?/i, '')
    .split('?', 2);
  const more = query
    .split(/&(?:amp;)?/)
    .filter((pair) => /^to=/i.test(pair))
    .map((pair) => pair.slice(3));
  const recipients = new Map<string, Recipient>();
  for (const { email, written, words } of [path, ...more].flatMap((list) =>
    splitAddressList(cleanValue(decodePercent(list))),
  )) {
    // A part that could not be decoded is not a real address.
    if (!recipients.has(email) && !email.includes('%'))
      recipients.set(email, { email: written, name: words.replace(/[<"]/g, '').trim() });
  }
  return [...recipients.values()];
}
