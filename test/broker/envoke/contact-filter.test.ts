/** Filters in the query string, and that no text can become one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterQuery } from '../../../broker/envoke/contact-filter.ts';

/** Names and values as a PHP server splits them. */
const parts = (query: string) => [...new URLSearchParams(query)];

describe('a filter', () => {
  it('names one field in brackets, percent-encoded', () => {
    expect(filterQuery({ field: 'email', is: 'jon+1@doe.example' })).toBe(
      'filter%5Bemail%5D=jon%2B1%40doe.example',
    );
  });

  it('gives several values by $in', () => {
    expect(parts(filterQuery({ field: 'email', in: ['a@x.example', 'b@x.example'] }))).toEqual([
      ['filter[email][$in][]', 'a@x.example'],
      ['filter[email][$in][]', 'b@x.example'],
    ]);
  });

  it('needs no operator to ask for two fields', () => {
    const filter = {
      all: [
        { field: 'first_name', is: 'Zoé' },
        { field: 'last_name', is: 'Roy' },
      ],
    } as const;
    expect(parts(filterQuery(filter))).toEqual([
      ['filter[first_name]', 'Zoé'],
      ['filter[last_name]', 'Roy'],
    ]);
  });

  it('nests alternatives in $and when there are several', () => {
    const either = {
      any: [
        { field: 'email', is: 'a' },
        { field: 'company', is: 'a' },
      ],
    } as const;
    expect(parts(filterQuery({ all: [either, either] })).map(([name]) => name)).toEqual([
      'filter[$and][0][$or][0][email]',
      'filter[$and][0][$or][1][company]',
      'filter[$and][1][$or][0][email]',
      'filter[$and][1][$or][1][company]',
    ]);
    expect(parts(filterQuery({ all: [either] })).map(([name]) => name)).toEqual([
      'filter[$or][0][email]',
      'filter[$or][1][company]',
    ]);
  });

  it('has the same names whatever the text: no text becomes a field or an operator', () => {
    const names = (text: string) =>
      parts(
        filterQuery({
          any: [
            { field: 'last_name', contains: text },
            { field: 'email', is: text },
          ],
        }),
      ).map(([name]) => name);
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a&filter[$ne]=', '][$ne][', '=x&skip=9')),
        (text) => {
          expect(names(text)).toEqual(['filter[$or][0][last_name][$regex]', 'filter[$or][1][email]']);
        },
      ),
    );
  });
});
