/** Which filters find the words typed, at each level of what Envoke can do. Pure. */
import type { ContactFilter, FilterField } from '../envoke/contact-filter.ts';
import { filterQuery } from '../envoke/contact-filter.ts';

/** Longest filter, in characters: servers commonly take request lines of 8 KiB. Words past it are looked for in the broker. */
const FILTER_MAX_CHARS = 6_000;

const FIELDS: readonly FilterField[] = ['last_name', 'first_name', 'company', 'email'];

/** One filter: every word somewhere. */
export function anyFilter(words: readonly string[], withCompany: boolean): ContactFilter {
  const filterOf = (some: readonly string[]): ContactFilter => ({
    all: some.map((word) => ({
      any: fieldsFor(word, withCompany).map((field) => ({ field, contains: word })),
    })),
  });
  let sent = words.length;
  while (sent > 1 && filterQuery(filterOf(words.slice(0, sent))).length > FILTER_MAX_CHARS) sent -= 1;
  return filterOf(words.slice(0, sent));
}

/** One filter a field for the longest word, which finds the fewest; the other words are looked for in the broker. */
export function eachFilters(words: readonly string[]): ContactFilter[] {
  const [word = ''] = words.toSorted((a, b) => b.length - a.length);
  return fieldsFor(word, true).map((field) => ({ field, contains: word }));
}

/** Whole values, in the spellings that people store. */
export function exactFilters(words: readonly string[]): ContactFilter[] {
  const [word = ''] = words.toSorted((a, b) => b.length - a.length);
  if (word.includes('@')) return [{ field: 'email', is: word }];
  const whole = words.join(' ');
  return [
    { field: 'last_name', in: spellings(word) },
    { field: 'first_name', in: spellings(word) },
    { field: 'company', in: spellings(whole) },
  ];
}

/** The same without an operator: equality is the one filter that every Envoke takes. */
export function plainFilters(words: readonly string[]): ContactFilter[] {
  return exactFilters(words).map((filter) =>
    'in' in filter ? { field: filter.field, is: filter.in[1] ?? filter.in[0] ?? '' } : filter,
  );
}

/** Only an address has an `@`. */
function fieldsFor(word: string, withCompany: boolean): readonly FilterField[] {
  if (word.includes('@')) return ['email'];
  return withCompany ? FIELDS : FIELDS.filter((field) => field !== 'company');
}

function spellings(text: string): string[] {
  const lower = text.toLowerCase();
  const capitalized = lower.replace(/(^|[\s'’-])(\p{L})/gu, (part) => part.toUpperCase());
  return [...new Set([text, capitalized, lower, text.toUpperCase()])];
}
