/** How the newest v2 lists are asked for: `filter[x]=`, `filter[x][(ne)]=`, sort, and no cap on shaped ones (envoke-api 3.0 and 3.2). */

import type { Answer } from '../http/answer.ts';
import { json } from '../http/answer.ts';
import { phpMap } from '../http/php-json.ts';
import type { PhpMap, PhpValue } from '../http/php-query.ts';
import { refuse } from './envelope.ts';
import { isKeyValue, LIMIT_DEFAULT, LIMIT_MAX, LIMIT_SHAPED, pageOf, sorted, withFields } from './listing.ts';

/** One item as it goes over the wire. */
export interface ItemView {
  readonly id: string | number;
  readonly name: string;
  readonly [field: string]: unknown;
}

export interface V2List {
  readonly fields: ReadonlySet<string>;
  readonly filterable: ReadonlySet<string>;
  readonly sortable: ReadonlySet<string>;
}

/** The page of `views`, which come in the list's own order, that a query asks for. */
export function answerV2List(views: readonly ItemView[], query: PhpMap, list: V2List): Answer {
  const matches = readFilter(query.filter, list.filterable);
  const matching = sorted(views.filter(matches), query, list.sortable, (view, field) => String(view[field]));
  const shaped = query.fields !== undefined || isKeyValue(query);
  const limits = shaped
    ? { initial: LIMIT_SHAPED, max: LIMIT_SHAPED }
    : { initial: LIMIT_DEFAULT, max: LIMIT_MAX };
  const page = pageOf(matching, query, limits);
  if (isKeyValue(query)) return json(phpMap(Object.fromEntries(page.map(({ id, name }) => [id, name]))));
  return json(withFields(page, query, list.fields));
}

function readFilter(
  filter: PhpValue | undefined,
  filterable: ReadonlySet<string>,
): (view: ItemView) => boolean {
  if (filter === undefined) return () => true;
  if (typeof filter === 'string') refuse("'filter' must name a field");
  const terms = Object.entries(filter).map(([field, value]) => {
    if (!filterable.has(field)) refuse(`Filtering by '${field}' is not supported`);
    return readTerm(field, value);
  });
  return (view) => terms.every((matches) => matches(view));
}

function readTerm(field: string, value: PhpValue): (view: ItemView) => boolean {
  if (typeof value === 'string') return (view) => String(view[field]) === value;
  const tests = Object.entries(value).map(([operator, operand]) => {
    if (operator !== '(ne)' || typeof operand !== 'string') {
      refuse(`Filter operator '${operator}' is not supported for '${field}'`);
    }
    return (view: ItemView) => String(view[field]) !== operand;
  });
  return (view) => tests.every((matches) => matches(view));
}
