/** Which filters find the words typed, at each level of what Envoke can do. Pure. */
import type { ContactFilter, FilterField } from '../../envoke/contact-filter.ts';
import { filterQuery } from '../../envoke/contact-filter.ts';
import { accentedSpellings, spellings } from './search-spellings.ts';

/** Longest filter, in characters: servers commonly take request lines of 8 KiB. Words past it are looked for in the broker. */
const FILTER_MAX_CHARS = 6_000;
/** Values of one `$in` that are tried for room; each takes 40 characters at least. */
const VALUES_MAX = FILTER_MAX_CHARS / 40;
/** So much of a word is sent, and finds hardly more than all of it would; the rest is looked for in the broker. */
const WORD_SENT_MAX_CHARS = 20;

const FIELDS: readonly FilterField[] = ['last_name', 'first_name', 'company', 'email'];

/** One filter: every word somewhere. */
export function anyFilter(words: readonly string[], withCompany: boolean): ContactFilter {
  const filterOf = (some: readonly string[]): ContactFilter => ({
    all: some.map((word) => ({ any: partFilters(word, withCompany) })),
  });
  let sent = words.length;
  while (sent > 1 && filterQuery(filterOf(words.slice(0, sent))).length > FILTER_MAX_CHARS) sent -= 1;
  return filterOf(words.slice(0, sent));
}

/** One filter a field for the longest word, which finds the fewest; the other words are looked for in the broker. */
export function eachFilters(words: readonly string[]): ContactFilter[] {
  return partFilters(longest(words), true);
}

/** Whole values, in the spellings that people store; of several words the last ones may be the last name ("van der Linden"). */
export function exactFilters(words: readonly string[]): ContactFilter[] {
  const word = longest(words);
  if (word.includes('@')) return [{ field: 'email', is: word }];
  const whole = words.join(' ');
  const endings = words.map((_, index) => words.slice(index).join(' '));
  const names = (texts: readonly string[]) => [
    ...[word, ...texts].flatMap((text) => [text, text.replaceAll(' ', '-')]).flatMap(spellings),
    ...[...new Set([word, ...texts])].flatMap(accentedSpellings),
  ];
  return [
    oneOf('last_name', names(endings)),
    oneOf('first_name', names([whole])),
    oneOf('company', [...spellings(whole), ...accentedSpellings(whole)]),
  ];
}

/** The likeliest of these values, as many as a query has room for. */
function oneOf(field: FilterField, values: readonly string[]): ContactFilter & { in: readonly string[] } {
  const each = [...new Set(values)].slice(0, VALUES_MAX);
  const filterOf = (sent: number) => ({ field, in: each.slice(0, sent) });
  let sent = each.length;
  while (sent > 1 && filterQuery(filterOf(sent)).length > FILTER_MAX_CHARS) sent -= 1;
  return filterOf(sent);
}

/** The same without an operator: equality is the one filter that every Envoke takes. */
export function plainFilters(words: readonly string[]): ContactFilter[] {
  return exactFilters(words).map((filter) =>
    'in' in filter ? { field: filter.field, is: filter.in[0] ?? '' } : filter,
  );
}

const longest = ([first = '', ...others]: readonly string[]) =>
  others.reduce((one, other) => (other.length > one.length ? other : one), first);

/** Only an address has an `@`. */
function partFilters(word: string, withCompany: boolean): ContactFilter[] {
  if (word.includes('@')) return [{ field: 'email', contains: word }];
  const contains = [...word].slice(0, WORD_SENT_MAX_CHARS).join('');
  return FIELDS.filter((field) => withCompany || field !== 'company').map((field) => ({ field, contains }));
}
