/**
 * Filters of `GET /v1/contacts`, built from a closed set of fields and operators. Typed text is only ever a value or an
 * escaped pattern, so it can never become a field, an operator or a pattern.
 * @see https://support.envoke.com/en/articles/1674395-api-filtering
 */
import { asciiPattern, mailboxPattern, textPattern, wholePattern } from './text-pattern.ts';

export type FilterField = 'id' | 'email' | 'first_name' | 'last_name' | 'company';

export type ContactFilter =
  | { field: FilterField; is: string }
  | { field: FilterField; in: readonly string[] }
  /** Part of the text; case and accents do not count. */
  | { field: FilterField; contains: string }
  /** Any address with a character that is not plain ASCII. */
  | { field: 'email'; isOdd: true }
  /** This address in any case, and all that `isOdd` finds: one of those may be the same address. */
  | { field: 'email'; spells: string }
  /** Each of these addresses, in any case if Envoke's patterns pass over it, and all that `isOdd` finds. */
  | { field: 'email'; oneOf: readonly string[] }
  | { any: readonly ContactFilter[] }
  | { all: readonly ContactFilter[] };

const ODD = /[^!-~]/;
/** What the `isOdd` form of {@link ContactFilter} finds. */
export const isOddAddress = (email: string) => ODD.test(email);

/**
 * The query string, percent-encoded, in PHP's bracket form. Half of a surrogate pair has no encoding and becomes
 * U+FFFD.
 */
export function filterQuery(filter: ContactFilter): string {
  return pairs(filter, 'filter')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');
}

function pairs(filter: ContactFilter, at: string): [string, string][] {
  if ('any' in filter && filter.any.length === 1) return filter.any.flatMap((only) => pairs(only, at));
  if ('any' in filter) return filter.any.flatMap((part, index) => pairs(part, `${at}[$or][${index}]`));
  if ('all' in filter) return all(filter.all, at);
  const name = `${at}[${filter.field}]`;
  if ('is' in filter) return [[name, filter.is]];
  if ('in' in filter) return filter.in.map((value) => [`${name}[$in][]`, value]);
  if ('isOdd' in filter) return [[`${name}[$regex]`, ODD.source]];
  if ('oneOf' in filter) return [[`${name}[$regex]`, `${wholePattern(filter.oneOf)}|${ODD.source}`]];
  if ('spells' in filter) return [[`${name}[$regex]`, `^${asciiPattern(filter.spells)}$|${ODD.source}`]];
  return [[`${name}[$regex]`, patternOf(filter.field, filter.contains)]];
}

/** Finds an address even when Envoke holds invisible characters inside it. */
function patternOf(field: FilterField, text: string): string {
  if (field !== 'email') return textPattern(text);
  return text.includes('@') ? mailboxPattern(text) : asciiPattern(text);
}

/** Filters on different fields need no operator: Envoke combines them with AND. */
function all(parts: readonly ContactFilter[], at: string): [string, string][] {
  const fields = parts.map((part) => ('field' in part ? part.field : undefined));
  const plain = !fields.includes(undefined) && new Set(fields).size === fields.length;
  if (plain || parts.length === 1) return parts.flatMap((part) => pairs(part, at));
  return parts.flatMap((part, index) => pairs(part, `${at}[$and][${index}]`));
}
