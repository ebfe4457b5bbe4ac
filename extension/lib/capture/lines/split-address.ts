/** Some sites keep both halves of an address apart until a script joins them: data-user="ann" data-domain="elm.example.ca". */

const USER = ['data-user', 'data-name', 'data-local', 'data-mailbox', 'data-account'];
const HOST = ['data-domain', 'data-host'];

/** Finds elements that may carry one. */
export const SPLIT_ADDRESS = HOST.map((host) => `[${host}]`).join(', ');

const halfOf = (element: Element, names: readonly string[]): string | null | undefined =>
  names.map((name) => element.getAttribute(name)).find(Boolean);

/** The address, or '' where the element carries none. Asked of every element, and most have no host. */
export function joinedAddress(element: Element): string {
  const host = halfOf(element, HOST);
  const user = host && halfOf(element, USER);
  return host && user && !/[\s@]/.test(user + host) ? `${user}@${host}` : '';
}
