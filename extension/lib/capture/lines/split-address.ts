/**
 * Some sites keep an address in attributes until a script writes it: both halves apart (data-user="ann"
 * data-domain="elm.example.ca"), or each letter thirteen places on in the alphabet (data-enc-email="naa[at]ryz.rknzcyr.pn").
 */

const USER = ['data-user', 'data-name', 'data-local', 'data-mailbox', 'data-account'];
const HOST = ['data-domain', 'data-host'];

const TURNED = 'data-enc-email';

/** Finds elements that may carry one. */
export const SPLIT_ADDRESS = [...HOST, TURNED].map((name) => `[${name}]`).join(', ');

const turned = (text: string): string =>
  text.replace('[at]', '@').replace(/[a-z]/gi, (letter) => {
    const first = letter < 'a' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });

const halfOf = (element: Element, names: readonly string[]): string | null | undefined =>
  names.map((name) => element.getAttribute(name)).find(Boolean);

/** The address, or '' where the element carries none. Asked of every element, and most have no host. */
export function joinedAddress(element: Element): string {
  const host = halfOf(element, HOST);
  const user = host && halfOf(element, USER);
  if (host && user) return /[\s@]/.test(user + host) ? '' : `${user}@${host}`;
  const written = element.getAttribute(TURNED);
  return written ? turned(written) : '';
}
