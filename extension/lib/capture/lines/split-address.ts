/**
 * Some sites keep an address in pieces until a script joins them: data-user="ann" data-domain="elm.example.ca", or the
 * strings of Joomla's own script.
 */
import { decodeEntities } from '../text/clean-text.ts';

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

/** var addy1f = 'ann' + '&#64;'; addy1f = addy1f + 'elm' + '&#46;' + 'example.ca'; */
const CLOAK = /\baddy\w{1,40}\s?=\s?(?:addy\w{1,40}\s?\+\s?)?((?:'[^'\n]{0,200}'[\s+]{0,3}){1,12});/g;
const MAX_SCRIPT = 5000;

/** The address that such a script would show, or ''. */
export function cloakedAddress(script: string): string {
  if (script.length > MAX_SCRIPT || !script.includes('addy')) return '';
  const pieces = [...script.matchAll(CLOAK)].slice(0, 2).map(([, strings = '']) => strings);
  const joined = [...pieces.join(' ').matchAll(/'([^']*)'/g)].map(([, string = '']) => string).join('');
  return /^[^\s@]+@[^\s@]+$/.test(decodeEntities(joined)) ? decodeEntities(joined) : '';
}

/** The sentence that stands in the place of the address until the script has run. */
export const isCloak = (element: Element): boolean =>
  element.getAttribute('id')?.startsWith('cloak') === true && !(element.textContent ?? '').includes('@');
