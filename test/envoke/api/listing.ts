/** `limit`, `skip`, `sort` and `fields` as every list reads them (envoke-api 3.0 "Common list parameters"). */

import type { PhpMap } from '../http/php-query.ts';
import { refuse } from './envelope.ts';
import { order } from './order.ts';

/** Page size when none is asked for. */
export const LIMIT_DEFAULT = 10;
/** Largest page; more is answered with this many. */
export const LIMIT_MAX = 100;
/** Default and cap of the newest v2 lists when `fields` or `result_type=kvp` is present. */
export const LIMIT_SHAPED = 100_000;

/** The part of a list that was asked for. */
export function pageOf<Item>(
  items: readonly Item[],
  query: PhpMap,
  limits = { initial: LIMIT_DEFAULT, max: LIMIT_MAX },
): Item[] {
  const limit = Math.min(readCount(query, 'limit') ?? limits.initial, limits.max);
  const skip = readCount(query, 'skip') ?? 0;
  return items.slice(skip, skip + limit);
}

function readCount(query: PhpMap, name: string): number | undefined {
  const value = query[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !/^\d{1,9}$/.test(value)) refuse(`'${name}' must be a whole number`);
  return Number(value);
}

/** Sorted by `sort[field]=ASC|DESC`, in the order the fields are named; text without regard to case. */
export function sorted<Item>(
  items: readonly Item[],
  query: PhpMap,
  sortable: ReadonlySet<string>,
  read: (item: Item, field: string) => string,
): Item[] {
  const { sort } = query;
  if (sort === undefined) return [...items];
  if (typeof sort === 'string') refuse("'sort' must name a field");
  const keys = Object.entries(sort).map(([field, direction]) => {
    if (!sortable.has(field)) refuse(`Sorting by '${field}' is not supported`);
    const word = typeof direction === 'string' ? direction.toUpperCase() : '';
    if (word !== 'ASC' && word !== 'DESC') refuse(`Sort direction of '${field}' must be ASC or DESC`);
    return { field, sign: word === 'ASC' ? 1 : -1 };
  });
  const compare = (a: Item, b: Item) => {
    for (const { field, sign } of keys) {
      const difference = order(read(a, field).toLowerCase(), read(b, field).toLowerCase());
      if (difference !== 0) return sign * difference;
    }
    return 0;
  };
  return items.toSorted(compare);
}

/** Each view reduced to the keys of `fields=a,b`, in the view's own order. */
export function withFields<View extends object>(
  views: readonly View[],
  query: PhpMap,
  known: ReadonlySet<string>,
): object[] {
  const { fields } = query;
  if (fields === undefined) return [...views];
  if (typeof fields !== 'string') refuse("'fields' must be a comma-separated list");
  const wanted = new Set(fields.split(',').map((name) => name.trim()));
  for (const name of wanted) if (!known.has(name)) refuse(`Unknown field '${name}' in 'fields'`);
  return views.map((view) => Object.fromEntries(Object.entries(view).filter(([key]) => wanted.has(key))));
}

export function isKeyValue(query: PhpMap): boolean {
  return query.result_type === 'kvp';
}
