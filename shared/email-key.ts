/** When two e-mail addresses count as the same. Kept small, because the popup needs it before its first paint. Pure. */

/**
 * Characters without width on the screen: soft hyphens, joiners, direction marks, variation selectors, control
 * characters.
 */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\uFFFC]/gu;

/** Text without invisible characters; white space becomes plain blanks. */
export function withoutUnseen(text: string): string {
  return text.replace(/[\s\u0085\u2800]/g, ' ').replace(UNSEEN, '');
}

/** Text as a person reads it: trimmed, and `''` when nothing is visible. */
export function seenText(text: string): string {
  return withoutUnseen(text).trim() === '' ? '' : text.trim();
}

/**
 * Converts to the characters that mail uses: typographic apostrophes and dashes, full-width forms and decomposed
 * accents are replaced.
 */
export function plainAddress(text: string): string {
  return /^[!-~]*$/.test(text)
    ? text
    : withoutUnseen(text)
        .replace(/[\u2018\u2019\u201B\u02BC\u02B9\u2032\u00B4\uFF07]/g, "'")
        .replace(/[\u2010-\u2015\u2212\uFE58]/g, '-')
        .replace(/[\u3002\uFF61]/g, '.')
        .normalize('NFKC')
        .replace(UNSEEN, '')
        .replace(/^[\s\uFFFD]+|[\s\uFFFD]+$/g, '');
}

/**
 * The domain in the form that the network uses: ASCII, lower case. A text that is not a domain is only put in lower
 * case.
 */
export function asciiDomain(domain: string): string {
  const plain = domain.toLowerCase().replace(/\.$/, '');
  if (/^[!-~]*$/.test(plain)) return plain;
  return (/[/\\?#:@%\s]/.test(plain) ? null : URL.parse(`http://${plain}`)?.hostname) || plain;
}

/** The address as sent to Envoke: the part before the `@` as typed, the domain in the network's form. */
export function asciiEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return email.slice(0, at + 1) + asciiDomain(email.slice(at + 1));
}

/** The form in which addresses are compared, looked up and locked: two texts with one key are one mailbox. */
export function emailKey(email: string): string {
  const plain = plainAddress(email);
  const at = plain.lastIndexOf('@');
  return `${plain.slice(0, at + 1).toLowerCase()}${asciiDomain(plain.slice(at + 1))}`;
}

export const isSameEmail = (one: string, other: string) => emailKey(one) === emailKey(other);
