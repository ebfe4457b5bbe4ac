/**
 * Joins addresses that a line end broke in two ("jast-" over "cyr@elm.example.ca", "ann@" over "elm.example.ca"), and
 * splits those written as one ("{ann,bo}@elm.example.ca", "a@elm.example.ca/b@elm.example.ca").
 */

import { slug } from './clean-text.ts';
import { isTopLevelDomain } from './top-level-domains.ts';

const LOCAL = "[\\p{L}\\p{N}._+'’-]";
const DOMAIN = '[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+';
const ENDS = '\\s*(?:$|[,;)>])';
/** "jast-", "ann." at the end of a line, or of a column behind a number: the rest of the address starts the next. "Elm Roofing inc." ends a line too. */
const BEFORE_SIGN = new RegExp(
  `(?<=(?:(?:^|[\\s<(,;:])${LOCAL}{1,40}[-_]|(?:^|[<(:]\\s?|\\d\\s)${LOCAL}{1,40}\\.))\\n(?=${LOCAL}{1,40}@${DOMAIN})`,
  'gmu',
);
/** A line that ends with the sign goes on in the next, whatever follows there. "Jane" over "@jane.example" has a handle. */
const AROUND_SIGN = new RegExp(
  `(?<=(?:^|[\\s<(,;:])${LOCAL}{2,64})(?:@\\n(?=${DOMAIN}(?:\\s|${ENDS}))|(?<!\\p{Lu}\\p{Ll}*)\\n@(?=${DOMAIN}${ENDS}))`,
  'gmu',
);
/** "Ann Roe <" over "ann@…>", also where an answer quotes them. */
const BEHIND_BRACKET = /<[ \t]*\n(?:> ?){0,5}[ \t]*(?=[^\s@<>]{1,64}@[^\s@<>]{3,80}>)/g;
/** Its rest, alone under it in a column of blanks. */
const IN_COLUMN = /(?<=@(?:[\p{L}\p{N}.-]{0,100}[.-])?)\n {4,}(?=[\p{Ll}\p{N}.-]{2,60}[ \t]*(?:\n|$))/gu;
/** "elm." over "example.ca", and "elm.exam" over "ple.ca": nothing ends in ".exam". */
const IN_DOMAIN = new RegExp(
  `@([\\p{L}\\p{N}.-]{1,100})\\n(?=(?:[\\p{Ll}\\p{N}-]{0,63}\\.)*\\p{Ll}{2,24}${ENDS})`,
  'gmu',
);
/** "otrem" over "blett@…": only together they are what a name nearby is. */
const IN_WORD = /\n([\p{Ll}\p{N}.]{1,30})@/gu;
const LAST_WORD = /(?:^|[\s<(,;:])(\p{Ll}[\p{Ll}\p{N}.]{1,30})$/u;
const NAME_WORDS = /\p{Lu}[\p{L}\p{M}'’-]+/gu;
const MAX_NAME_DISTANCE = 200;

const GROUP = new RegExp(`[{[]([\\p{L}\\p{N}._+ ,;|-]{3,200})[}\\]]\\s?@\\s?(${DOMAIN})`, 'gu');
const CHAIN = new RegExp(`(@${DOMAIN})\\s?[/|\\\\]\\s?(?=${LOCAL}{1,64}@)`, 'gu');

/** Whether two neighbouring capitalised words before `at` make up the joined local part, and not its second half alone. */
function isNameNearby(text: string, at: number, joined: string, half: string): boolean {
  const words = text.slice(Math.max(0, at - MAX_NAME_DISTANCE), at).match(NAME_WORDS) ?? [];
  const bare = slug(joined);
  return words.some((word, index) => {
    const other = words[index + 1];
    if (!other) return false;
    const [one, two] = [slug(word), slug(other)];
    const forms = [one + two, one.charAt(0) + two, two + one, two + one.charAt(0), one + two.charAt(0)];
    return forms.includes(bare) && !forms.includes(slug(half));
  });
}

const expandGroup = (whole: string, locals: string, domain: string): string => {
  const names = locals.split(/[,;|]|\s+/).filter(Boolean);
  return names.length > 1 && names.length <= 20 ? names.map((name) => `${name}@${domain}`).join(', ') : whole;
};

/** "ann@elm.example.ca" over "www.elm.example.ca" is two things. */
const isWhole = (domain: string): boolean =>
  /\p{L}$/u.test(domain) &&
  domain.includes('.') &&
  isTopLevelDomain(domain.slice(domain.lastIndexOf('.') + 1).toLowerCase());

/** The text with every address on one line, and one by one. */
export function mendAddresses(text: string): string {
  if (!text.includes('@')) return text;
  const apart = text.replace(GROUP, expandGroup).replace(CHAIN, '$1 ; ');
  if (!apart.includes('\n')) return apart;
  const opened = apart.replace(BEHIND_BRACKET, '<').replace(IN_COLUMN, '\n');
  const signs = /@\n|\n@/.test(opened) ? opened.replace(AROUND_SIGN, '@') : opened;
  const locals = /[-._]\n/.test(signs) ? signs.replace(BEFORE_SIGN, '') : signs;
  return locals
    .replace(IN_DOMAIN, (whole, start: string) => (isWhole(start) ? whole : `@${start}`))
    .replace(IN_WORD, (whole, rest: string, at: number, all: string) => {
      const start = LAST_WORD.exec(all.slice(Math.max(0, at - 40), at))?.[1];
      return start && isNameNearby(all, at, start + rest, rest) ? `${rest}@` : whole;
    });
}
