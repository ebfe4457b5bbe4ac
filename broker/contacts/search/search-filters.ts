/** Builds the filters that find the typed words, at each level of what Envoke can do. Pure. */
import type { ContactFilter, FilterField } from '../../envoke/contact-filter.ts';
import { filterQuery } from '../../envoke/contact-filter.ts';
import { accentedSpellings, spellings } from './search-spellings.ts';

/**
 * Longest filter, in characters: servers commonly accept request lines of 8 KiB. The broker itself checks the words
 * that do not fit.
 */
const FILTER_MAX_CHARS = 6_000;
/** How many values of one `$in` are considered; each takes at least 40 characters. */
const VALUES_MAX = FILTER_MAX_CHARS / 40;
/**
 * Only this much of a word is sent. It finds hardly more contacts than the whole word, and the broker checks the rest.
 */
const WORD_SENT_MAX_CHARS = 20;

const FIELDS: readonly FilterField[] = ['last_name', 'first_name', 'company', 'email'];

/** One filter: each word must be in one of the fields. */
export function anyFilter(words: readonly string[], withCompany: boolean): ContactFilter {
  const filterOf = (some: readonly string[]): ContactFilter => ({
    all: some.map((word) => ({ any: partFilters(word, withCompany) })),
  });
  let sent = words.length;
  while (sent > 1 && filterQuery(filterOf(words.slice(0, sent))).length > FILTER_MAX_CHARS) sent -= 1;
  return filterOf(words.slice(0, sent));
}

/**
 * One filter for each field, with the longest word, which finds the fewest contacts; the broker checks the other words.
 */
export function eachFilters(words: readonly string[]): ContactFilter[] {
  return partFilters(longest(words), true);
}

/**
 * Whole values, in the spellings that people store. When there are several words, the last ones may be the last name
 * ("van der Linden").
 */
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

/** The most likely of these values, as many as fit into a query. */
function oneOf(field: FilterField, values: readonly string[]): ContactFilter & { in: readonly string[] } {
  const each = [...new Set(values)].slice(0, VALUES_MAX);
  const filterOf = (sent: number) => ({ field, in: each.slice(0, sent) });
  let sent = each.length;
  while (sent > 1 && filterQuery(filterOf(sent)).length > FILTER_MAX_CHARS) sent -= 1;
  return filterOf(sent);
}

/** The same without an operator: equality is the only filter that every Envoke accepts. */
export function plainFilters(words: readonly string[]): ContactFilter[] {
  return exactFilters(words).map((filter) =>
    'in' in filter ? { field: filter.field, is: filter.in[0] ?? '' } : filter,
  );
}

const longest = ([first = '', ...others]: readonly string[]) =>
  others.reduce((one, other) => (other.length > one.length ? other : one), first);

/** Among the searched fields, only an address contains `@`. */
function partFilters(word: string, withCompany: boolean): ContactFilter[] {
  if (word.includes('@')) return [{ field: 'email', contains: word }];
  const contains = [...word].slice(0, WORD_SENT_MAX_CHARS).join('');
  return FIELDS.filter((field) => withCompany || field !== 'company').map((field) => ({ field, contains }));
}
