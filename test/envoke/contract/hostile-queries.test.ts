/** Hostile queries, and the two PHP behaviours that they meet. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phpJson } from '../http/php-json.ts';
import { parsePhpQuery } from '../http/php-query.ts';
import { type Bench, createBench } from './support.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.envoke.close());

const key = fc.constantFrom(
  '',
  '0',
  '1',
  'email',
  'id',
  'company',
  '$or',
  '$and',
  '$in',
  '$regex',
  '$ne',
  '(ne)',
  '__proto__',
  'a]',
);
const name = fc
  .tuple(
    fc.constantFrom('filter', 'sort', 'limit', 'skip', 'fields', 'result_type'),
    fc.array(key, { maxLength: 4 }),
  )
  .map(([head, keys]) => `${head}${keys.map((inner) => `[${inner}]`).join('')}`);
const query = fc
  .array(fc.tuple(name, fc.oneof(fc.string(), fc.constantFrom('ASC', '1', 'kvp', 'id'))))
  .map((pairs) => new URLSearchParams(pairs).toString());

describe('whatever is asked', () => {
  it('is answered or refused, never an accident', async () => {
    await fc.assert(
      fc.asyncProperty(
        query,
        fc.constantFrom('/v1/contacts', '/v2/tags', '/v2/interests'),
        async (asked, path) => {
          expect([200, 400]).toContain((await bench.api.get(`${path}?${asked}`)).status);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('PHP’s habits (section 2)', () => {
  it.each([
    ['a=1&a=2', { a: '2' }],
    ['a[]=1&a[]=2', { a: { 0: '1', 1: '2' } }],
    ['a[b][c]=1&a[b][d]=2', { a: { b: { c: '1', d: '2' } } }],
    ['a=1&a[b]=2', { a: { b: '2' } }],
    ['a%5Bb%5D=%C3%A9', { a: { b: 'é' } }],
    ['a%255Bb%255D=1', { 'a%5Bb%5D': '1' }],
    ['[a]=1', {}],
  ])('reads %s', (asked, expected) => {
    expect(JSON.parse(JSON.stringify(parsePhpQuery(asked)))).toEqual(expected);
  });

  it('writes JSON that any parser reads back', () => {
    const same = (value: unknown) => {
      expect(JSON.parse(phpJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    };
    fc.assert(fc.property(fc.jsonValue(), same));
  });
});
