/** Joomla's sites keep an address in the strings of a script, and a sentence in its place until the script has run. */
import { decodeEntities } from '../text/clean-text.ts';

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
