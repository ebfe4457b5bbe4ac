/** By what two e-mail addresses are the same one. Small on purpose: the popup needs it before its first paint. Pure. */

/** What takes up no room on the screen: soft hyphens, joiners, direction marks, variation selectors, control characters. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\uFFFC]/gu;

/** Text without what cannot be seen; white space becomes plain blanks. */
export function withoutUnseen(text: string): string {
  return text.replace(/[\s\u0085\u2800]/g, ' ').replace(UNSEEN, '');
}

/** Text as a person reads it: trimmed, and `''` where there is nothing to see. */
export function seenText(text: string): string {
  return withoutUnseen(text).trim() === '' ? '' : text.trim();
}

/** The characters that mail uses: typographic apostrophes and dashes, full-width forms and decomposed accents are brought to them. */
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

/** The domain as the network has it: ASCII, lower case; the domain itself in lower case where it is none. */
export function asciiDomain(domain: string): string {
  const plain = domain.toLowerCase().replace(/\.$/, '');
  if (/^[!-~]*$/.test(plain)) return plain;
  return (/[/\\?#:@%\s]/.test(plain) ? null : URL.parse(`http://${plain}`)?.hostname) || plain;
}

/** As it is sent to Envoke: the name before the sign as typed, the domain as the network has it. */
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
