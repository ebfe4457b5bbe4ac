/** How well a name fits the part of an address before the '@'. */
import { slug } from '../text/clean-text.ts';

const initialsOf = (words: readonly string[]): string =>
  words
    .flatMap((word) => word.split(/[-' ]/))
    .map((part) => slug(part).charAt(0))
    .join('');

function holds(local: string, word: string, parts: readonly string[]): boolean {
  const whole = slug(word);
  if (whole.length >= 2 && whole.length <= 3)
    return parts.some((part) => part.startsWith(whole) || part.endsWith(whole));
  if (whole.length > 3 && local.includes(whole)) return true;
  // "Thị Mai Anh" is called Mai Anh.
  const called = word.includes(' ') ? slug(word.slice(word.indexOf(' '))) : '';
  if (called.length > 3 && local.includes(called)) return true;
  return word.split(/[-' ’]/).some((part) => slug(part).length >= 4 && local.includes(slug(part)));
}

/** More letters are those of an organisation. */
const MAX_INITIALS = 4;

/** "ann.roe2@" is Ann Roe's, as is "ann.roe+news@". */
export const ownPart = (local: string): string =>
  (local.split('+')[0] ?? '').replace(/(?<=\p{L}{2})\d+$/u, '');

/**
 * 3: first (or its initial) and last name; 2: one of them; 1: initials or a beginning; 0: nothing in common.
 * @param local the address before '@'; numbers at its end and what follows '+' are ignored
 */
export function nameMatch(first: string, last: string, local: string): 0 | 1 | 2 | 3 {
  const own = ownPart(local);
  const bare = slug(own);
  if (bare.length < 2) return 0;
  // "manonroy.photo@": a short name may end any part.
  const parts = own.split(/[^\p{L}\p{N}]+/u).map(slug);
  const hasLast = last !== '' && holds(bare, last, parts);
  const hasFirst = first !== '' && holds(bare, first, parts);
  const initial = slug(first).charAt(0);
  const rest = bare.replace(slug(last), '');
  if (hasLast && (hasFirst || rest.startsWith(initial) || rest.endsWith(initial))) return 3;
  if (hasLast || hasFirst) return 2;
  const initials = initialsOf([first, last]);
  if (
    initials.length >= 2 &&
    initials.length <= MAX_INITIALS &&
    (bare === initials || bare === initialsOf([first.charAt(0), last.charAt(0)]))
  )
    return 1;
  const start = slug(last).slice(0, 4);
  return start.length === 4 && bare.includes(start) ? 1 : 0;
}

/** Whether some word of a line is in the bare address: quick, so that much can be left out. */
export const sharesWord = (text: string, bare: string): boolean =>
  text.split(/[\s,’'-]+/).some((word) => {
    const key = slug(word);
    return key.length > 1 && bare.includes(key);
  });
